"""Runs one chain of Python libraries over WARC files: pages in, mentions out.

    chain.py CHAIN TERMS OUT PROCESSES WARC...

TERMS holds one phrase a line. The files are shared out among the processes. Prints the seconds that it took by the
clock and those of processor time, both without what Python needs to import the libraries and to
build the matcher.
"""
import csv
import logging
import multiprocessing
import pathlib
import sys
import time


def resiliparse(terms):
    """Resiliparse's main text, all phrases by Aho–Corasick, longest match, at word boundaries."""
    from ahocorasick_rs import AhoCorasick, MatchKind
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    automaton = AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)

    def mentions(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        text = extract_plain_text(tree, main_content=True, alt_texts=False)
        for term, start, end in automaton.find_matches_as_indexes(text):
            before = start == 0 or not text[start - 1].isalnum()
            if before and (end == len(text) or not text[end].isalnum()):
                yield terms[term], start, end

    return mentions


def trafilatura(terms):
    """trafilatura's main text and metadata, spaCy's tokens and PhraseMatcher."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from trafilatura import bare_extraction

    language = spacy.blank("en")
    language.max_length = 100_000_000
    matcher = PhraseMatcher(language.vocab)
    matcher.add("terms", list(language.tokenizer.pipe(terms)))

    def mentions(page):
        found = bare_extraction(page, with_metadata=True, include_comments=False)
        if found is None or not found.text:
            return
        document = language.make_doc(found.text)
        for _, start, end in matcher(document):
            span = document[start:end]
            yield span.text, span.start_char, span.end_char

    return mentions


CHAINS = {"Resiliparse": resiliparse, "trafilatura": trafilatura}


def work(chain, terms, paths, out, ready, done):
    logging.disable(logging.CRITICAL)
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    mentions = CHAINS[chain](terms)
    list(mentions(b"<html><body><p>A first page, so that what loads late is loaded.</p></body>"))
    ready.wait()
    start = time.process_time()
    with open(out, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        for path in paths:
            with open(path, "rb") as stream:
                for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                    address = record.headers["WARC-Target-URI"]
                    try:
                        for mention in mentions(record.reader.read()):
                            rows.writerow((address, *mention))
                    except Exception:  # A page that a library cannot read has no mentions.
                        pass
    done.put(time.process_time() - start)


def main(chain, terms, out, processes, paths):
    terms = pathlib.Path(terms).read_text(encoding="utf-8").splitlines()
    ready, done = multiprocessing.Barrier(processes + 1), multiprocessing.Queue()
    workers = [
        multiprocessing.Process(
            target=work, args=(chain, terms, paths[number::processes], f"{out}.{number}", ready,
                               done))
        for number in range(processes)]
    for worker in workers:
        worker.start()
    ready.wait()
    start = time.perf_counter()
    spent = sum(done.get() for _ in workers)
    print(time.perf_counter() - start, spent)


if __name__ == "__main__":
    if len(sys.argv) < 6:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5:])
