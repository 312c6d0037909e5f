"""JSON Lines, CSV and plain text."""
import csv, io, json


def row(record):
    return {"id": f"{record.outlet}-{record.slug}", "url": record.url, "title": record.title,
            "date": record.date or None, "outlet": record.about["name"], "text": record.body,
            "language": record.lang}


def jsonl(records):
    return "".join(json.dumps(row(r), ensure_ascii=False) + "\n" for r in records)


def csv_table(records):
    """As spreadsheets write it: quoted cells with line breaks in them, CRLF between rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(row(records[0])), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row(r) for r in records)
    return text.getvalue()


def plain_text(record):
    return record.title + "\n\n" + "\n\n".join(record.paragraphs) + "\n"


SHAPES = {"jsonl": jsonl, "csv": csv_table}
