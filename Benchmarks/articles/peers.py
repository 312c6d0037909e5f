"""Runs one peer over pages, as `parlance parse` would: one JSON object per page.

    peers.py PEER PAGES OUT.jsonl

PAGES is a folder of pages or a .warc.gz. Prints the seconds of processor time that reading,
extracting and writing took, without those that Python needs to import the peer.
"""
import json
import logging
import pathlib
import sys
import time


def trafilatura():
    from trafilatura import bare_extraction

    def extract(page):
        found = bare_extraction(page, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
        return {"text": found.text, "title": found.title, "date": found.date, "authors": authors}

    return extract


def readability():
    from lxml import html
    from readability import Document

    def extract(page):
        document = Document(page)
        text = " ".join(html.fromstring(document.summary(html_partial=True)).itertext())
        return {"text": text, "title": document.short_title()}

    return extract


def newspaper():
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False

    def extract(page):
        article = Article("http://localhost/", config=config)
        article.download(input_html=decoded(page))
        article.parse()
        date = article.publish_date.date().isoformat() if article.publish_date else None
        return {
            "text": article.text, "title": article.title, "date": date, "authors": article.authors,
        }

    return extract


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        text = extract_plain_text(tree, main_content=True, alt_texts=False)
        return {"text": text, "title": tree.title}

    return extract


def decoded(page):
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return bytes_to_str(page, detect_encoding(page))


PEERS = {
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "Resiliparse": resiliparse,
}


def pages(path):
    """The name and the bytes of each page."""
    if path.is_dir():
        for file in sorted(path.iterdir()):
            yield f"{path.name}/{file.name}", file.read_bytes()
        return
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with open(path, "rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            yield record.headers["WARC-Target-URI"], record.reader.read()


def main(peer, path, out):
    logging.disable(logging.CRITICAL)
    extract = PEERS[peer]()
    extract(b"<html><body><p>A first page, so that what loads late is loaded.</p></body></html>")
    if not path.is_dir():
        import fastwarc.warc  # noqa: F401

    start = time.process_time()
    with open(out, "w", encoding="utf-8") as file:
        for source, page in pages(path):
            try:
                row = extract(page)
            except Exception:  # A page that a peer cannot read is a page without text.
                row = {}
            json.dump({"source": source, **row}, file, ensure_ascii=False)
            file.write("\n")
    print(time.process_time() - start)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3])
