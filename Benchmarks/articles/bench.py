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
import platform
import re
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile

import warc

HERE = pathlib.Path(__file__).parent
SETS = ["pages-wcxb-dev", "pages-readability", "pages-postlight"]
PEERS = ["trafilatura", "Resiliparse", "readability-lxml", "newspaper4k"]
# Timed in all rounds, over folders and over a WARC; the others in the first round only.
CHAINS = ["Parlance", "Resiliparse", "trafilatura"]


def environment(cache):
    """The Python of a virtual environment that holds the peers; None if it cannot be made."""
    home = cache / "articles-venv"
    python = home / "bin" / "python"
    pins = (HERE / "requirements.txt").read_text()
    done = home / "requirements.txt"
    if done.exists() and done.read_text() == pins:
        return python
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    pip = [python, "-m", "pip", "install", "--quiet"]
    try:
        subprocess.run([sys.executable, "-m", "venv", home], check=True, **quiet)
        # The pip of some distributions cannot resolve these.
        subprocess.run([*pip, "pip==26.3"], check=True, **quiet)
        subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=True, **quiet)
    except (OSError, subprocess.CalledProcessError):
        return None
    done.write_text(pins)
    return python


def spent_by_children():
    """Processor time: what a clock would show on a machine that does nothing else."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


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


def machine():
    model = "unknown processor"
    memory = 0
    if os.path.exists("/proc/cpuinfo"):
        for line in open("/proc/cpuinfo"):
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
        memory = int(re.search(r"MemTotal: +(\d+)", open("/proc/meminfo").read()).group(1)) >> 20
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    python = platform.python_version()
    return f"{model}, {os.cpu_count()} cores, {memory} GiB, {system}, Python {python}"


def report(tools, results, sizes, counts, has_warc, rounds, versions):
    lines = [
        "# Articles: main text, metadata, speed",
        "",
        f"`make bench-articles`; one core each.",
        "",
        f"Machine: {machine()}",
        "",
        f"Versions: {versions}",
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
    archives = [data / "data" / f"{name}.tar.gz" for name in SETS]
    if not all(archive.exists() for archive in archives):
        print(f"bench-articles: no page sets in {data}/data: nothing to score (set PARLANCE_DATA)")
        return
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
        for name, archive in zip(SETS, archives):
            with tarfile.open(archive) as tar:
                tar.extractall(work, filter="data")
            pages = sorted((work / name / "html").iterdir())
            sizes[name], counts[name] = sum(page.stat().st_size for page in pages), len(pages)
        crawl = work / "pages.warc.gz"
        warc.write([p for name in SETS for p in sorted((work / name / "html").iterdir())], crawl)

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

    version = subprocess.run([parlance, "--version"], capture_output=True, text=True).stdout.strip()
    pins = (HERE / "requirements.txt").read_text().replace("==", " ").split("\n")
    versions = ", ".join([f"Parlance {version}", *filter(None, pins)])
    text = report(tools, results, sizes, counts, has_warc, rounds, versions)
    out.write_text(text)
    print(text)


if __name__ == "__main__":
    if not 5 <= len(sys.argv) <= 7:
        sys.exit(__doc__)
    paths = [pathlib.Path(argument).absolute() for argument in sys.argv[1:5]]
    wanted = sys.argv[6].split(",") if len(sys.argv) > 6 else PEERS
    main(*paths, int(sys.argv[5]) if len(sys.argv) > 5 else 3, wanted)
