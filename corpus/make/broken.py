"""Files that must be refused with a clear reason, while the run goes on."""
import gzip, json
from exports import row

CUT_JSONL = "broken/cut-short.jsonl"


def cut_jsonl(record):
    """A good line, then one that stops in the middle of a string."""
    good = json.dumps(row(record), ensure_ascii=False)
    return (good + "\n" + good[: len(good) // 2]).encode()


def truncated_gzip():
    page = "<html><body><article>" + "".join(f"<p>Line {i} of a page whose download stopped.</p>" for i in range(400))
    packed = gzip.compress(page.encode(), mtime=0)
    return packed[: len(packed) // 2]


ENTITY_ATTACK = """<?xml version="1.0"?>
<!DOCTYPE rss [
  <!ENTITY a "lol">
""" + "".join(f'  <!ENTITY {b} "{f"&{a};" * 10}">\n' for a, b in zip("abcdefgh", "bcdefghi")) + """  <!ENTITY outside SYSTEM "file:///etc/hostname">
]>
<rss version="2.0"><channel><title>Entity attack</title><item>
<title>&outside;</title><description>&i;</description>
</item></channel></rss>
"""


def files():
    return {"broken/truncated.html.gz": truncated_gzip(), "broken/empty.html": b"",
            "broken/binary.html": b"\x89PNG\r\n\x1a\n" + bytes((i * 73 + i // 251) % 256 for i in range(2048)),
            "broken/entity-attack.xml": ENTITY_ATTACK.encode()}
