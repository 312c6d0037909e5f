"""Times tagging beside libraries that find phrases, by the number of terms: see ../README.md.

    bench.py PARLANCE_BENCH PARLANCE DATA LEXICONS CACHE OUT.md [ROUNDS]

PARLANCE_BENCH and PARLANCE are the built commands, DATA the folder that PARLANCE_DATA names, LEXICONS
the shipped ones, CACHE a folder for the peers' virtual environment; 3 ROUNDS unless given. Prints
tables, writes them to OUT.md, and ends with status 1 when a row falls short of what it should reach.
Where the data or the peers cannot be had, it says so in a line and ends well.
"""
import gzip
import json
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "peers"))

from setting import environment, machine, phrases, table, versions

SIZES = [100, 1_000, 10_000, 100_000]
# The bytes of text that a library searches in one timing; all of them search the same beginning.
PEERS = {"ahocorasick_rs": 20_000_000, "pyahocorasick": 5_000_000, "spacy": 1_000_000}
PASSES = 5


def sequences(texts, count):
    """Distinct runs of two to four words of the texts, none of which begins or ends in a short
    word: phrases that occur."""
    found = set()
    chance = random.Random(1)
    for text in texts:
        words = re.findall(r"[A-Za-z]+", text)
        for start in range(0, len(words) - 4, 3):
            run = words[start:start + chance.randint(2, 4)]
            if len(run[0]) > 4 and len(run[-1]) > 4:
                found.add(" ".join(run))
    return chance.sample(sorted(found), count)


def terms_of(shipped, texts):
    """For each size that many terms: half from the shipped lexicons, as far as these reach."""
    chance = random.Random(2)
    shipped = sorted(shipped)
    chance.shuffle(shipped)
    drawn = sequences(texts, SIZES[-1])
    for size in SIZES:
        own = shipped[:size // 2]
        known = set(own)
        rest = [term for term in drawn if term not in known]
        yield size, own + rest[:size - len(own)]


def lexicon(terms):
    """As a researcher writes it, five terms to an entry."""
    lines = ["lexicon: bench", "entries:"]
    for start in range(0, len(terms), 5):
        lines += [f"  - id: e{start}", "    attributes: {kind: made}", "    terms:"]
        lines += [f"      - {json.dumps(term, ensure_ascii=False)}" for term in terms[start:start + 5]]
    return "\n".join(lines) + "\n"


def figures(command):
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    size, seconds, built, matches = map(float, said)
    return {"rate": size / 1e6 / seconds, "built": built, "matches": int(matches)}


def main(bench, parlance, data, lexicons, cache, out, rounds=3):
    archive = data / "data" / "techpress-dev.jsonl.gz"
    if not archive.exists():
        print(f"bench-lexicons: no texts in {data}/data: nothing to time")
        return 0
    python = environment(cache)
    if python is None:
        print("bench-lexicons: the peers cannot be installed (no python3 venv, pip or network)")
        return 0
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        texts = work / "texts.jsonl"
        with gzip.open(archive, "rb") as source, open(texts, "wb") as target:
            shutil.copyfileobj(source, target)
        bodies = [json.loads(line)["text"] for line in open(texts, encoding="utf-8")]
        shipped = phrases(python, lexicons).splitlines()
        for size, terms in terms_of(shipped, bodies):
            (work / "terms.txt").write_text("\n".join(terms))
            (work / "bench.yaml").write_text(lexicon(terms))
            for turn in range(rounds):
                found.setdefault(("Parlance", size), []).append(
                    figures([bench, "lexicon", work / "bench.yaml", texts, str(PASSES)]))
                for name, limit in PEERS.items():
                    found.setdefault((name, size), []).append(figures(
                        [python, HERE / "match.py", name, work / "terms.txt", texts, str(limit)]))
            print(f"bench-lexicons: {size} terms done", file=sys.stderr)

    def median(name, size, key="rate"):
        return statistics.median(one[key] for one in found[name, size])

    fastest = max(median(name, 10_000) for name in PEERS)
    goals = [
        ("10,000 terms: MB/s a core", median("Parlance", 10_000), 150, True),
        ("10,000 terms: times the fastest peer", median("Parlance", 10_000) / fastest, 2, True),
        ("reading and compiling 100,000 terms, seconds",
         median("Parlance", 100_000, "built"), 1, False),
    ]
    short = [what for what, value, goal, least in goals if (value < goal) == least]
    what = {
        "Parlance": "terms with plurals, possessives, hyphens, smart case; entries, longest match",
        "ahocorasick_rs": "strings as they stand, longest match, whole words",
        "pyahocorasick": "strings as they stand, longest match, whole words",
        "spacy": "spaCy's tokens and PhraseMatcher",
    }
    quanteda = "" if shutil.which("Rscript") else " quanteda was left out: there is no R here."
    lines = [
        "# Tagging by the number of terms", "", "`make bench-lexicons`", "",
        f"Machine: {machine()}", "",
        f"Versions: {versions(parlance, ['ahocorasick_rs', 'pyahocorasick', 'spacy'])}", "",
        "MB of text per second of processor time on one core, with matchers that are built and have "
        f"seen the texts once; medians of {rounds} rounds in turn. Half of the terms are from the "
        "shipped lexicons, as far as they reach, the rest are runs of two to four words drawn from the "
        f"texts (techpress-dev).{quanteda}", "",
        *table(
            ["library", "what it finds", *(f"{size:,} terms" for size in SIZES)],
            [*([name, what[name], *(f"{median(name, size):.1f}" for size in SIZES)]
               for name in ["Parlance", *PEERS]),
             ["", "mentions that Parlance finds", *(
                 f"{median('Parlance', size, 'matches'):,.0f}" for size in SIZES)]]),
        "", "Seconds of processor time until the matcher is built; Parlance's with reading its YAML:",
        "", *table(
            ["library", *(f"{size:,} terms" for size in SIZES)],
            [[name, *(f"{median(name, size, 'built'):.2f}" for size in SIZES)]
             for name in ["Parlance", *PEERS]]),
        "", *table(
            ["what", "measured", "to reach", ""],
            [[what, f"{value:.2f}", f"{'≥' if least else '≤'} {goal:g}",
              "falls short" if what in short else "reached"]
             for what, value, goal, least in goals]),
        "",
    ]
    out.write_text("\n".join(lines))
    print("\n".join(lines))
    return 1 if short else 0


if __name__ == "__main__":
    if not 7 <= len(sys.argv) <= 8:
        sys.exit(__doc__)
    paths = [pathlib.Path(argument).absolute() for argument in sys.argv[1:7]]
    sys.exit(main(*paths, int(sys.argv[7]) if len(sys.argv) > 7 else 3))
