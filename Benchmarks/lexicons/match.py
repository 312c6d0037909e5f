"""Finds phrases in texts with one library.

    match.py LIBRARY TERMS TEXTS LIMIT

TERMS holds one phrase a line, TEXTS article JSON Lines, of which LIMIT bytes of text are searched:
once, then again for the time. Prints bytes, seconds of processor time of searching and of building,
and matches.
"""
import json
import pathlib
import sys
import time


def bounded(text, start, end):
    """Whether a match is whole words."""
    return ((start == 0 or not text[start - 1].isalnum())
            and (end == len(text) or not text[end].isalnum()))


def ahocorasick_rs(terms):
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)

    def count(text):
        return sum(
            bounded(text, start, end)
            for _, start, end in automaton.find_matches_as_indexes(text))

    return count


def pyahocorasick(terms):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for term in terms:
        automaton.add_word(term, len(term))
    automaton.make_automaton()

    def count(text):
        return sum(
            bounded(text, end + 1 - length, end + 1) for end, length in automaton.iter_long(text))

    return count


def spacy(terms):
    import spacy
    from spacy.matcher import PhraseMatcher

    language = spacy.blank("en")
    language.max_length = 100_000_000
    matcher = PhraseMatcher(language.vocab)
    matcher.add("terms", list(language.tokenizer.pipe(terms)))
    return lambda text: len(matcher(language.make_doc(text)))


LIBRARIES = {"ahocorasick_rs": ahocorasick_rs, "pyahocorasick": pyahocorasick, "spacy": spacy}


def main(library, terms, texts, limit):
    terms = pathlib.Path(terms).read_text(encoding="utf-8").splitlines()
    start = time.process_time()
    count = LIBRARIES[library](terms)
    built = time.process_time() - start
    chosen, size = [], 0
    for line in open(texts, encoding="utf-8"):
        text = json.loads(line)["text"]
        chosen.append(text)
        size += len(text.encode())
        if size > limit:
            break
    matches = sum(map(count, chosen))
    start = time.process_time()
    for text in chosen:
        count(text)
    print(size, time.process_time() - start, built, matches)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:4], int(sys.argv[4]))
