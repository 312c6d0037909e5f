"""What an ideal reader finds: a catalogue of the whole archive, and full answers for most of it.

mentions.csv lists the names and phrases that the articles use on purpose, with the entry each
stands for. Counting them needs no lexicon: the longest listed phrase wins within a lexicon, words are
matched whole, and a letter's case counts. Title and body are counted together.
"""
import csv, json, re
from collections import Counter, defaultdict
from pathlib import Path

KEY = Path(__file__).parent / "mentions.csv"
NAMELESS = ("table", "portal")     # saved pages that do not say whose they are: the sidecar does
ASIAN = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"


def read_key():
    """One regular expression per lexicon, longest phrases first, and the entry of each phrase."""
    entries = defaultdict(dict)
    with open(KEY, encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            entries[line["lexicon"]][line["text"]] = line["entry"]
    patterns = {}
    for lexicon, phrases in entries.items():
        parts = []
        for phrase in sorted(phrases, key=len, reverse=True):
            part = re.escape(phrase.replace("’", "'")).replace("'", "['’]").replace(r"\ ", "[ ]")
            whole = not re.search(f"[{ASIAN}]", phrase)
            parts.append(rf"(?<![A-Za-z0-9]){part}(?![A-Za-z0-9])" if whole else part)
        patterns[lexicon] = re.compile("|".join(parts))
    return entries, patterns


def mentions(record, key):
    entries, patterns = key
    counts = Counter()
    for lexicon, pattern in patterns.items():
        for text in [record.title, *record.paragraphs]:
            for found in pattern.findall(text):
                entry = entries[lexicon][found.replace("’", "'")]
                counts[lexicon, entry, re.sub(r"^Mr\.? ", "", found)] += 1
    rows = [{"lexicon": lexicon, "entry": entry, "text": text, "count": n}
            for (lexicon, entry, text), n in counts.items()]
    unwanted = ["-", *(name.split("/")[1] for name in record.absent.split())]
    return sorted((row for row in rows if row["entry"] not in unwanted), key=lambda m: (m["lexicon"], m["entry"], m["text"]))


def lines(placed):
    key, out = read_key(), []
    for record, source, item in placed:
        if not record.gold:
            continue
        row = {"source": source} | ({"item": item} if item else {}) | {
            "shape": record.shape, "url": None if record.shape in (*NAMELESS, "text") else record.url, "title": record.title,
            "authors": [record.by] if record.by and record.shape not in ("jsonl", "csv", "cut-jsonl") else [],
            "date": record.date or None, "outlet": record.about["name"], "outlet_country": record.about["country"],
            "language": record.lang.split("-")[0], "body": record.body, "mentions": mentions(record, key)}
        if record.absent:
            row["absent"] = record.absent.split()
        out.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(out)


def catalogue(placed):
    header = ["source", "item", "shape", "charset", "date", "outlet", "outlet_country", "language", "slug", "copy_of", "copy"]
    rows = [[source, item or "", r.shape, r.charset, r.date, r.about["name"], r.about["country"], r.lang.split("-")[0], r.slug,
             r.copy_of, kind_of_copy(r, placed)] for r, source, item in placed]
    return header, rows


def kind_of_copy(record, placed):
    if not record.copy_of:
        return ""
    original = next(r for r, _, _ in placed if r.slug == record.copy_of)
    return "exact" if (record.title, record.blocks) == (original.title, original.blocks) else "near"
