"""What the comparisons with peers share: where the peers live, the machine, the pages."""
import os
import pathlib
import platform
import re
import resource
import subprocess
import sys
import tarfile

HERE = pathlib.Path(__file__).parent
SETS = ["pages-wcxb-dev", "pages-readability", "pages-postlight"]


def environment(cache):
    """The Python of a virtual environment that holds the peers; None if it cannot be made."""
    home = cache / "peers-venv"
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


def versions(parlance, names):
    """Of Parlance and of the packages named, for the head of a table."""
    own = subprocess.run([parlance, "--version"], capture_output=True, text=True).stdout.strip()
    pins = dict(line.split("==") for line in (HERE / "requirements.txt").read_text().split())
    return ", ".join([f"Parlance {own}", *(f"{name} {pins[name]}" for name in names)])


def phrases(python, lexicons):
    """The terms of all lexicons that are plain phrases: what other libraries can look for."""
    script = (
        "import pathlib, sys, yaml\n"
        "terms = set()\n"
        "def take(entry):\n"
        "    for term in entry.get('terms', []):\n"
        "        term = term.get('term', '') if isinstance(term, dict) else str(term)\n"
        "        term = term.strip('\"')\n"
        "        if term and not set(term) & set('*?{}/|') and ' NEAR/' not in term:\n"
        "            terms.add(term)\n"
        "    for child in entry.get('entries', []): take(child)\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).rglob('*.yaml')):\n"
        "    take(yaml.load(path.read_text(encoding='utf-8'), yaml.CSafeLoader))\n"
        "print('\\n'.join(sorted(terms)))\n"
    )
    return subprocess.run(
        [python, "-c", script, lexicons], check=True, capture_output=True, text=True).stdout


def table(head, rows):
    lines = [head, [" --- "] * len(head), *rows]
    return ["|" + "|".join(f" {cell} " for cell in line) + "|" for line in lines]


def unpack(data, work):
    """Unpacks the page sets; the pages of each by name, None where a set is missing."""
    archives = [data / "data" / f"{name}.tar.gz" for name in SETS]
    if not all(archive.exists() for archive in archives):
        return None
    for archive in archives:
        with tarfile.open(archive) as tar:
            tar.extractall(work, filter="data")
    return {name: sorted((work / name / "html").iterdir()) for name in SETS}


def spent_by_children():
    """Processor time: what a clock would show on a machine that does nothing else."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


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
