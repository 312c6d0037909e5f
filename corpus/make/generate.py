"""Writes the sample archive from the article records: `python3 corpus/make/generate.py`.

Only the standard library is needed, and the same records always give the same bytes.
"""
import csv, gzip, io, shutil
from collections import defaultdict
from pathlib import Path

import broken, exports, feeds, gold, pages, wires
from records import OUTLETS, load

CORPUS = Path(__file__).parent.parent
WRITTEN = ["articles", "feeds", "wires", "exports", "text", "broken", "gold"]


def write(path, data, gz=False):
    """Writes bytes, compressed with a zero time stamp if asked; gives the path back."""
    target = CORPUS / (path + ".gz" if gz else path)
    target.parent.mkdir(parents=True, exist_ok=True)
    if gz:
        packed = io.BytesIO()
        with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as stream:
            stream.write(data)
        data = packed.getvalue()
    target.write_bytes(data)
    return str(target.relative_to(CORPUS))


def write_table(path, header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return write(path, text.getvalue().encode())


def write_single_files(records):
    """Shapes with one article per file. Yields (record, source, None)."""
    for record in records:
        if record.shape in pages.SHAPES:
            text = pages.render(record, records)
            source = write(f"articles/{record.outlet}/{record.date or 'undated'}-{record.slug}.html",
                           text.encode(record.charset), record.gz)
        elif record.shape in wires.SHAPES:
            source = write(f"wires/{record.outlet}/{record.slug}.xml", wires.render(record).encode(), record.gz)
        elif record.shape == "text":
            source = write(f"text/{record.slug}.txt", exports.plain_text(record).encode())
        else:
            continue
        yield record, source, None


def write_collections(records):
    """Shapes with many articles per file, one file per outlet and span of years. Yields (record, source, ordinal)."""
    spans = defaultdict(list)
    for record in records:
        if record.shape in feeds.SHAPES or record.shape in exports.SHAPES:
            first = record.year - record.year % 4
            spans[record.outlet, record.shape, first].append(record)
    for (outlet, shape, first), members in sorted(spans.items()):
        if shape in feeds.SHAPES:
            path, text = f"feeds/{outlet}-{first}.{feeds.SUFFIX[shape]}", feeds.SHAPES[shape](outlet, members)
        else:
            path, text = f"exports/{outlet}-{first}.{shape}", exports.SHAPES[shape](members)
        source = write(path, text.encode(), any(m.gz for m in members))
        for ordinal, member in enumerate(members, 1):
            yield member, source, ordinal


def metadata_rows(placed):
    """The sidecar: everything for plain text, the outlet for saved pages that do not name theirs."""
    for record, source, _ in placed:
        if record.shape == "text":
            yield [source, record.date, record.about["name"], record.title, record.by, record.lang]
        elif record.shape in gold.NAMELESS:
            yield [source, "", record.about["name"], "", "", ""]


def main():
    for folder in WRITTEN:
        shutil.rmtree(CORPUS / folder, ignore_errors=True)
    records = load()
    stray = [r for r in records if r.shape == "cut-jsonl"]
    placed = list(write_single_files(records)) + list(write_collections(records))
    placed += [(record, write(broken.CUT_JSONL, broken.cut_jsonl(record)), 1) for record in stray]
    for name, data in broken.files().items():
        write(name, data)
    write_table("metadata.csv", ["path", "date", "outlet", "title", "authors", "language"],
                sorted(metadata_rows(placed)))
    write_table("outlets.csv", ["match", "outlet", "country"],
                [[match, o["name"], o["country"]] for o in OUTLETS.values() for match in (o["host"], o["name"])])
    placed.sort(key=lambda p: (p[1], p[2] or 0))
    header, rows = gold.catalogue(placed)
    write_table("gold/archive.csv", header, rows)
    write("gold/gold.jsonl", gold.lines(placed).encode())
    print(f"{len(placed)} articles in {len({p[1] for p in placed})} files")


if __name__ == "__main__":
    main()
