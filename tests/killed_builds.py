"""Kills real builds at random moments and starts pairs at once; a complete site must always exist.

    .venv/bin/python -m tests.killed_builds --kills 50 --pairs 10 --seed 1

A watcher reads the front page all the time. The exit status is 1 if anything was missing.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from docs.site.target import TargetError, check_target

ROOT = Path(__file__).resolve().parents[1]


def start(out: Path) -> "subprocess.Popen[bytes]":
    """Start a real build into `out` in its own process."""
    command = [sys.executable, str(ROOT / "build.py"), "site", "--out", str(out)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def whole(out: Path) -> bool:
    """Whether a site exists with every file as its build wrote it, and no other file."""
    try:
        check_target(out)
    except TargetError as error:
        print(f"  {error}")
        return False
    return (out / "index.html").is_file() and (out / "en" / "wizard" / "index.html").is_file()


def watch(out: Path, ends: threading.Event, gaps: list[float]) -> None:
    """Record the moments without a front page."""
    while not ends.is_set():
        if not (out / "index.html").is_file():
            gaps.append(time.monotonic())
        time.sleep(0.0005)


def main() -> int:
    """Run, print the findings, return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        began = time.monotonic()
        first = start(out).wait()
        seconds = time.monotonic() - began
        ends, gaps = threading.Event(), list[float]()
        watcher = threading.Thread(target=watch, args=(out, ends, gaps))
        watcher.start()
        good = finished = 0
        for _ in range(args.kills):
            build = start(out)
            time.sleep(chance.uniform(0, seconds * 1.05))
            finished += build.poll() is not None
            build.kill()
            build.wait()
            good += whole(out)
        print(f"{args.kills} builds killed ({finished} had ended): a whole site {good} times")
        pairs = 0
        for _ in range(args.pairs):
            both = [start(out), start(out)]
            pairs += [build.wait() for build in both] == [0, 0] and whole(out)
        print(f"{args.pairs} pairs at once: both ended well, with a whole site, {pairs} times")
        ends.set()
        watcher.join()
        left = sorted(path.name for path in Path(folder).iterdir() if path != out)
        print(f"moments without a front page: {len(gaps)}; left beside it: {left or 'nothing'}")
    fine = first == 0 and good == args.kills and pairs == args.pairs and not gaps and not left
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
