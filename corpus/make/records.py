"""The article records: one plain-text file per year in articles/.

    === 2012-08-24 valley-ledger apple-samsung-verdict
    title: Jury sides with Apple over the look of the iPhone
    by: Technology Desk

    First paragraph.

    ## A heading
    - A list item

The header line holds the date (`undated` for none), the outlet and the slug. Further header lines
are `key: value`; the keys are the fields of `Record` below. A blank line ends the header. Blocks are
separated by blank lines; `## ` starts a heading and `- ` a list item.
"""
import json, re, zlib
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
OUTLETS = json.loads((HERE / "outlets.json").read_text(encoding="utf-8"))


@dataclass
class Record:
    slug: str
    outlet: str
    date: str                      # YYYY-MM-DD, or "" for an undated article
    year: int                      # of the file it stands in: undated articles have a place too
    title: str = ""
    by: str = ""
    shape: str = ""                # default: the outlet's
    lang: str = "en"
    charset: str = "utf-8"
    gz: bool = False
    copy_of: str = ""              # slug of the article that this one repeats
    trim: int = 0                  # copies: how many last paragraphs are left out
    gold: bool = True              # False: archive only
    absent: str = ""               # entries that its words suggest and that it does not mean: theme/work-996 …
    blocks: list = field(default_factory=list)   # (kind, text); kind is p, h2 or li

    @property
    def paragraphs(self):
        return [text for _, text in self.blocks]

    @property
    def body(self):
        return "\n".join(self.paragraphs)

    @property
    def about(self):
        return OUTLETS[self.outlet]

    @property
    def slashed(self):
        return self.date.replace("-", "/")

    @property
    def url(self):
        host = self.about["host"]
        where = {"modern": f"/{self.slashed}/{self.slug}/", "blog": f"/{self.slashed[:7]}/{self.slug}/",
                 "table": f"/stories/{self.date.replace('-', '')}/{self.slug}.html",
                 "amp": f"/amp/{self.slug}", "portal": f"/news/{self.number}.html"}
        path = where.get(self.shape, f"/article/{self.slug}") if self.date else f"/features/{self.slug}"
        return f"https://www.{host}{path}"

    @property
    def number(self):
        """A stable number that the templates vary by."""
        return zlib.crc32(self.slug.encode()) % 1_000_000

    def clock(self):
        """A time of day in the outlet's office hours, on the same day in UTC."""
        return f"{10 + self.number % 6:02d}:{self.number // 7 % 60:02d}:00"

    def stamp(self):
        return f"{self.date}T{self.clock()}{self.about['zone']}"


def curly(text):
    """Typographic quotes and dashes, as some of the outlets print them."""
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(\[“])'", r"\1‘", text).replace("'", "’")
    return text.replace(" -- ", " — ")


def parse_blocks(text):
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.split("\n")
        kinds = {"## ": "h2", "- ": "li"}
        if any(lines[0].startswith(k) for k in kinds):
            for line in lines:
                mark = next(k for k in kinds if line.startswith(k))
                yield kinds[mark], line[len(mark):].strip()
        else:
            joined = lines[0]
            for line in lines[1:]:      # words are joined by a space, Chinese and Japanese are not
                wide = ord(joined[-1]) > 0x2E7F and not 0xAC00 <= ord(joined[-1]) <= 0xD7A3
                joined += ("" if wide else " ") + line
            yield "p", joined


def parse_record(chunk, year):
    head, _, text = chunk.partition("\n\n")
    first, *rest = head.strip().split("\n")
    date, outlet, slug = first.split()
    record = Record(slug=slug, outlet=outlet, date="" if date == "undated" else date, year=year)
    for line in rest:
        key, _, value = line.partition(":")
        value = value.strip()
        kind = type(getattr(record, key))
        setattr(record, key, value == "yes" if kind is bool else kind(value))
    record.shape = record.shape or record.about["shape"]
    record.blocks = list(parse_blocks(text)) if text.strip() else []
    return record


def resolve_copies(records):
    by_slug = {r.slug: r for r in records}
    for record in records:
        if record.copy_of:
            original = by_slug[record.copy_of]
            record.title = record.title or original.title
            record.lang = original.lang
            record.blocks = original.blocks[:len(original.blocks) - record.trim]


def load():
    records = []
    for path in sorted((HERE / "articles").glob("*.txt")):
        chunks = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
        records += [parse_record(chunk, int(path.stem)) for chunk in chunks]
    resolve_copies(records)
    for record in records:
        # A syndicated copy keeps the quotes of the outlet it came from.
        source = next(r for r in records if r.slug == (record.copy_of or record.slug))
        if source.about.get("curly") and record.lang == "en":
            record.title = curly(record.title)
            record.blocks = [(kind, curly(text)) for kind, text in record.blocks]
    slugs = [r.slug for r in records]
    assert len(slugs) == len(set(slugs)), "a slug is used twice"
    return sorted(records, key=lambda r: (r.date or f"{r.year}-12-31", r.slug))
