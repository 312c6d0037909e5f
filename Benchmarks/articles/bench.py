"""Scores Parlance beside its peers on the page sets, and times them: see ../README.md.

    bench.py PARLANCE DATA CACHE OUT.md [ROUNDS [PEERS]]

PARLANCE is the built command, DATA the folder that PARLANCE_DATA names, CACHE a folder for the
peers' virtual environment; ROUNDS are 3, and PEERS, parted by commas, all, unless given. Prints a
table and writes it to OUT.md. Where the data or the peers cannot be had, it says so in a line and
ends well.
"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "peers"))

import warc
from setting import SETS, environment, machine, spent_by_children, unpack, versions

PEERS = ["trafilatura", "Resiliparse", "readability-lxml", "newspaper4k"]
# Timed in all rounds, over folders and over a WARC; the others in the first round only.
CHAINS = ["Parlance", "Resiliparse", "trafilatura"]


class Tool:
    """One of those compared: a command, and what it took on each input."""

    def __init__(self, name, command):
        self.name = name
        self.command = command  # of an input and an output path: arguments, whether it prints rows
        self.seconds = {}

    def run(self, key, path, out):
        """Runs on one core; keeps the seconds of processor time. Returns whether it gave rows."""
        arguments, prints = self.command(path, out)
        before = spent_by_children()
        with open(out if prints else os.devnull, "wb") as rows:
            done = subprocess.run(
                arguments, stdout=rows if prints else subprocess.PIPE, stderr=subprocess.DEVNULL,
                cwd=path.parent, preexec_fn=lambda: os.sched_setaffinity(0, {0}))
        seconds = spent_by_children() - before if prints else float(done.stdout)
        self.seconds.setdefault(key, []).append(seconds)
        return out.exists() and out.stat().st_size > 0

    def rate(self, keys, size):
        """MB/s over some inputs, by the median round."""
        if any(key not in self.seconds for key in keys):
            return ""
        rounds = zip(*(self.seconds[key] for key in keys))
        return f"{size / 1e6 / statistics.median(sum(each) for each in rounds):.1f}"


def score(data, gold, rows):
    """What the scorer says: body precision, recall, F1, then title, day, authors where given."""
    said = subprocess.run(
        [sys.executable, data / "tools" / "score_extraction.py", gold, rows], check=True,
        capture_output=True, text=True).stdout
    found = dict(re.findall(r"^(title|date|authors) +exact ([\d.]+)", said, re.M))
    body = re.search(r"F1 ([\d.]+)  precision ([\d.]+)  recall ([\d.]+)", said)
    if body:
        found.update(zip(("F1", "precision", "recall"), body.groups()))
    given = set()
    with open(rows, encoding="utf-8") as file:
        for line in file:
            given.update(key for key, value in json.loads(line).items() if value)
    if "text" not in given:
        return {}
    return {k: v for k, v in found.items() if k not in ("title", "date", "authors") or k in given}


def report(tools, results, sizes, counts, has_warc, rounds, named):
    lines = [
        "# Articles: main text, metadata, speed",
        "",
        f"`make bench-articles`; one core each.",
        "",
        f"Machine: {machine()}",
        "",
        f"Versions: {named}",
        "",
        "| set | tool | precision | recall | F1 | title | day | authors |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name in SETS:
        for tool in tools:
            found = results[name, tool.name]
            cells = [
                found.get(key, "–")
                for key in ("precision", "recall", "F1", "title", "date", "authors")]
            lines.append(f"| {name} ({counts[name]}) | {tool.name} | {' | '.join(cells)} |")
    total = sum(sizes[name] for name in SETS)
    lines += [
        "",
        "A dash: the set has no gold of it, or the tool does not give it.",
        "",
        f"| MB/s on one core | {total / 1e6:.0f} MB of pages in folders | the same as a WARC.gz |",
        "|---|---|---|",
    ]
    for tool in tools:
        of_warc = tool.rate(["warc"], total) if has_warc or tool.name != "Parlance" else "not read"
        lines.append(f"| {tool.name} | {tool.rate(SETS, total)} | {of_warc or '–'} |")
    lines += [
        "",
        "MB of HTML, before compression, per second of processor time. Parlance's is that of the "
        "whole process, the peers' begins after their import; their WARC records are read by "
        "FastWARC. Resiliparse and readability-lxml give no metadata but a title. "
        f"{', '.join(CHAINS[:-1])} and {CHAINS[-1]}: the median of {rounds} rounds in turn; "
        "the others: one round.",
        "",
    ]
    return "\n".join(lines)


def main(parlance, data, cache, out, rounds=3, peers=PEERS):
    python = environment(cache)
    if python is None:
        print("bench-articles: the peers cannot be installed (no python3 venv, pip or network)")
        return

    tools = [Tool("Parlance", lambda path, out: (
        [parlance, "parse", "--jobs", "1", "--quiet", path.name], True))]
    for peer in peers:
        tools.append(Tool(peer, lambda path, out, peer=peer: (
            [python, HERE / "peers.py", peer, path, out], False)))

    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        results, sizes, counts = {}, {}, {}
        pages = unpack(data, work)
        if pages is None:
            print(f"bench-articles: no page sets in {data}/data: nothing to score")
            return
        for name in SETS:
            sizes[name], counts[name] = sum(p.stat().st_size for p in pages[name]), len(pages[name])
        crawl = work / "pages.warc.gz"
        warc.write([page for name in SETS for page in pages[name]], crawl)

        has_warc = True
        for turn in range(rounds):
            for tool in tools:
                if turn > 0 and tool.name not in CHAINS:
                    continue
                rows = work / "rows.jsonl"
                for name in SETS:
                    tool.run(name, work / name / "html", rows)
                    if turn == 0:
                        found = score(data, work / name / "gold.jsonl", rows)
                        results[name, tool.name] = found
                        print(f"bench-articles: {name}, {tool.name}: {found}", file=sys.stderr)
                if tool.name in CHAINS and (has_warc or tool.name != "Parlance"):
                    has_rows = tool.run("warc", crawl, rows)
                    if tool.name == "Parlance" and not has_rows:
                        has_warc = False
                        print("bench-articles: parse gives no article from a WARC: left out")
            print(f"bench-articles: round {turn + 1} of {rounds} done", file=sys.stderr)

    named = versions(parlance, ["trafilatura", "readability-lxml", "newspaper4k", "Resiliparse",
                                "FastWARC"])
    text = report(tools, results, sizes, counts, has_warc, rounds, named)
    out.write_text(text)
    print(text)


if __name__ == "__main__":
    if not 5 <= len(sys.argv) <= 7:
        sys.exit(__doc__)
    paths = [pathlib.Path(argument).absolute() for argument in sys.argv[1:5]]
    wanted = sys.argv[6].split(",") if len(sys.argv) > 6 else PEERS
    main(*paths, int(sys.argv[5]) if len(sys.argv) > 5 else 3, wanted)
