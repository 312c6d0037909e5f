"""Times whole runs beside chains of other libraries that do part of the job: see ../README.md.

    bench.py PARLANCE DATA LEXICONS CACHE OUT.md [ROUNDS]

PARLANCE is the built command, DATA the folder that PARLANCE_DATA names, LEXICONS the shipped ones,
CACHE a folder for the peers' virtual environment; 3 ROUNDS unless given. Prints tables, writes them
to OUT.md, and ends with status 1 when a row falls short of what it should reach. Where the data or
the peers cannot be had, it says so in a line and ends well.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "peers"))

import warc
from setting import environment, machine, phrases, table, unpack, versions

CORES = os.cpu_count()
# How often each tool reads the pages in one timing: the fast ones so often that what they need to
# begin and to end weighs as it does in an archive.
TIMES = {"Parlance": 5, "Resiliparse": 5, "trafilatura": 1}
STUDY = """\
study: Benchmark
archive: [{archive}]
lexicons: [{lexicons}]
period: quarter
duplicates: documents
out: out
"""


def on_cores(count):
    """What a child does first: it stays on so many cores."""
    return lambda: os.sched_setaffinity(0, set(range(count)))


def links(file, count):
    """The file under `count` names: to a reader as many archives."""
    names = [file.with_name(f"{number:03}-{file.name}") for number in range(count)]
    for name in names:
        if not name.exists():
            name.hardlink_to(file)
    return names


class Parlance:
    """Whole runs of a study, each from nothing."""

    name = "Parlance"

    def __init__(self, command, lexicons):
        self.command = command
        self.lexicons = lexicons

    def run(self, archives, cores, folder):
        """Seconds by the clock and of processor time, seconds by stage, peak memory in MB."""
        folder.mkdir()
        names = ", ".join(json.dumps(str(path)) for path in archives)
        study = folder / "study.yaml"
        study.write_text(STUDY.format(archive=names, lexicons=json.dumps(str(self.lexicons))))
        start = time.perf_counter()
        run = subprocess.Popen(
            [self.command, "run", study, "--jobs", str(cores), "--progress", "json",
             "--log-level", "error"],
            stderr=subprocess.PIPE, text=True, preexec_fn=on_cores(cores))
        lines = []
        reader = threading.Thread(target=lambda: lines.extend(run.stderr))
        reader.start()
        _, status, used = os.wait4(run.pid, 0)
        seconds = time.perf_counter() - start
        reader.join()
        if os.waitstatus_to_exitcode(status) not in (0, 3):
            sys.exit(f"bench-chains: parlance failed: {lines[-1:]}")
        events = [json.loads(line) for line in lines]
        stages = {e["stage"]: e["seconds"] for e in events if e["event"] == "ended"}
        documents = next(e["documents"] for e in events if e["event"] == "finished")
        return {
            "clock": seconds, "processor": used.ru_utime + used.ru_stime, "stages": stages,
            "memory": used.ru_maxrss / 1024, "documents": documents,
            "store": (folder / "out" / "study.sqlite").stat().st_size,
        }


class Chain:
    """A chain of Python libraries, a process for each core and file."""

    def __init__(self, name, python, terms):
        self.name = name
        self.python = python
        self.terms = terms

    def run(self, archives, cores, folder):
        said = subprocess.run(
            [self.python, HERE / "chain.py", self.name, self.terms, folder, str(cores),
             *archives],
            check=True, capture_output=True, text=True, preexec_fn=on_cores(cores)).stdout
        clock, processor = map(float, said.split())
        return {"clock": clock, "processor": processor}


def main(parlance, data, lexicons, cache, out, rounds=3):
    python = environment(cache)
    if python is None:
        print("bench-chains: the peers cannot be installed (no python3 venv, pip or network)")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        sets = unpack(data, work)
        if sets is None:
            print(f"bench-chains: no page sets in {data}/data: nothing to time")
            return 0
        pages = [page for name in sorted(sets) for page in sets[name]]
        size = sum(page.stat().st_size for page in pages) / 1e6
        terms = work / "terms.txt"
        terms.write_text(phrases(python, lexicons))
        tools = [
            Parlance(parlance, lexicons), Chain("Resiliparse", python, terms),
            Chain("trafilatura", python, terms)]

        # As many files as cores, so that each process of a chain has one of its own.
        shards = [work / f"shard-{number}.warc.gz" for number in range(CORES)]
        for number, shard in enumerate(shards):
            warc.write(pages[number::CORES], shard)
        whole = work / "whole.warc.gz"
        warc.write(pages, whole)
        times = {}
        for turn in range(rounds):
            for tool in tools:
                again = TIMES[tool.name]
                for cores, files in ((1, [whole]), (CORES, shards)):
                    key = tool.name, cores
                    archives = [link for file in files for link in links(file, again)]
                    found = tool.run(archives, cores, work / f"{tool.name}-{cores}-{turn}")
                    times.setdefault(key, []).append(found)
            print(f"bench-chains: round {turn + 1} of {rounds} done", file=sys.stderr)

        curve = []
        for factor in (1, 10, 100):
            found = tools[0].run(links(whole, factor), CORES, work / f"curve-{factor}")
            curve.append((factor, found))
            print(f"bench-chains: {factor} times the pages done", file=sys.stderr)

    def median(name, cores, key):
        return statistics.median(found[key] for found in times[name, cores])

    one = {t.name: size * TIMES[t.name] / median(t.name, 1, "processor") for t in tools}
    all_cores = {t.name: size * TIMES[t.name] / median(t.name, CORES, "clock") for t in tools}
    gain = statistics.median(
        a["clock"] / b["clock"] for a, b in zip(times["Parlance", 1], times["Parlance", CORES]))
    per_document = [found["clock"] / found["documents"] for _, found in curve]
    goals = [
        ("one core: times the Resiliparse chain", one["Parlance"] / one["Resiliparse"], 1, True),
        ("one core: times the trafilatura chain", one["Parlance"] / one["trafilatura"], 6, True),
        (f"{CORES} cores over one", gain, 0.9 * CORES, True),
        ("time per document at 100 times the pages over that at 10 times",
         per_document[2] / per_document[1], 1.1, False),
        ("peak memory at 100 times the pages over that at 10 times",
         curve[2][1]["memory"] / curve[1][1]["memory"], 1.25, False),
        ("peak memory at 100 times the pages, MB", curve[2][1]["memory"], 500, False),
    ]
    short = [what for what, value, goal, least in goals if (value < goal) == least]

    what = {
        "Parlance": "main text, metadata, language, copies, mentions by all rules, store, series",
        "Resiliparse": "FastWARC, Resiliparse, ahocorasick_rs: main text, plain phrases",
        "trafilatura": "FastWARC, trafilatura, spaCy's PhraseMatcher: main text, metadata, phrases",
    }
    stages = times["Parlance", 1][-1]["stages"]
    named = versions(
        parlance, ["FastWARC", "Resiliparse", "ahocorasick_rs", "trafilatura", "spacy"])
    lines = [
        "# End to end: WARC in, mentions out", "",
        "`make bench-chains`", "", f"Machine: {machine()}", "", f"Versions: {named}", "",
        f"{len(pages)} pages, {size:.0f} MB of HTML before compression, read "
        f"{TIMES['Parlance']} times by Parlance and the Resiliparse chain, once by the trafilatura "
        f"chain; medians of {rounds} rounds in turn. One core: MB per second of processor time; all "
        "cores: MB per second by the clock, for the chains with processes for all cores. Parlance's "
        "time is that of the whole process with reading its lexicons, the chains' begins when their "
        "matcher is built.",
        "",
        *table(
            ["chain", "what it does", "one core, MB/s", f"{CORES} cores, MB/s"],
            [[tool.name, what[tool.name], f"{one[tool.name]:.1f}", f"{all_cores[tool.name]:.1f}"]
             for tool in tools]),
        "", "Seconds of Parlance by stage on one core, last round:", "",
        *table(list(stages), [[f"{seconds:.2f}" for seconds in stages.values()]]),
        "", f"The same file under 1, 10 and 100 names, on {CORES} cores, with the seconds by stage:", "",
        *table(
            ["pages", "seconds", *stages, "documents/s", "MB/s", "peak memory, MB", "store, MB"],
            [[len(pages) * factor, f"{found['clock']:.1f}",
              *(f"{seconds:.1f}" for seconds in found["stages"].values()),
              f"{found['documents'] / found['clock']:.0f}",
              f"{size * factor / found['clock']:.1f}", f"{found['memory']:.0f}",
              f"{found['store'] / 1e6:.0f}"] for factor, found in curve]),
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
    if not 6 <= len(sys.argv) <= 7:
        sys.exit(__doc__)
    paths = [pathlib.Path(argument).absolute() for argument in sys.argv[1:6]]
    sys.exit(main(*paths, int(sys.argv[6]) if len(sys.argv) > 6 else 3))
