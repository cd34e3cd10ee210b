"""Stops real runs of `revise` and `renumber`: killed, started twice at once, on a full disk.

    .venv/bin/python -m tests.killed_revisions --kills 40 --pairs 5 --full 10 --seed 1

Whatever happens, the former edition stays as it was, and the new one is there as a whole or not at
all. The exit status is 1 if it was otherwise once.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMER, NEW = "2020-03-16", "2021-01-01"
REVISE = ("revise", "text.txt", "--date", NEW)
RENUMBER = ("renumber", NEW, "17", "20")
Content = dict[str, bytes]
LIMITED = """\
import resource, sys
import build
resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
sys.exit(build.main(sys.argv[1:]))
"""


class House:
    """A copy of the project’s commands and policy, with a revised text in `text.txt`."""

    def __init__(self, top: Path) -> None:
        self.top = top
        for name in ("clauses", "docs", "wizard"):
            shutil.copytree(ROOT / name, top / name)
        shutil.copy(ROOT / "build.py", top)
        for edition in (top / "clauses").glob("20*"):
            if edition.name != FORMER:
                shutil.rmtree(edition)
        text = (top / "clauses" / FORMER / "source.txt").read_text("utf-8")
        revised = text.replace("（征求意见稿）", "", 1).replace(
            "最高 3000 万元", "最高 2000 万元", 1
        )
        (top / "text.txt").write_text(revised, "utf-8")
        self.former = self.content(FORMER)

    def start(self, command: Sequence[str], largest: int | None = None) -> "subprocess.Popen[str]":
        """Start a command; `largest` is the size in bytes of the largest file it may write."""
        python = ["build.py"] if largest is None else ["-c", LIMITED.format(largest)]
        return subprocess.Popen(
            [sys.executable, *python, *command],
            cwd=self.top,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def content(self, edition: str) -> Content:
        """Return the files of an edition; none if there is none."""
        folder = self.top / "clauses" / edition
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

    @property
    def left(self) -> list[str]:
        """What stands beside the editions that should not."""
        return [path.name for path in (self.top / "clauses").glob(".*.preparing-*")]

    def without_new(self) -> None:
        shutil.rmtree(self.top / "clauses" / NEW, ignore_errors=True)

    def put(self, content: Content) -> None:
        """Write the new edition as it was."""
        self.without_new()
        for name, held in content.items():
            path = self.top / "clauses" / NEW / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(held)

    def finish(self, command: Sequence[str]) -> Content:
        """Run a command to its end; return the new edition."""
        run = self.start(command)
        told = run.communicate()
        assert run.returncode == 0, told
        return self.content(NEW)


def killed(house: House, command: Sequence[str], before: Content, after: Content, at: float) -> str:
    """Kill a command after some seconds; say what is not whole, or nothing."""
    house.put(before)
    run = house.start(command)
    time.sleep(at)
    run.kill()
    run.communicate()
    now = house.content(NEW)
    if house.content(FORMER) != house.former:
        return "the former edition has changed"
    if now not in (before, after):
        return "the new edition is half-written"
    house.put(before)
    if house.finish(command) != after:
        return "the next run gives something else"
    return f"left: {house.left}" if house.left else ""


def at_once(house: House, command: Sequence[str], after: Content) -> str:
    """Start a command twice; one does its work, and the other one says why it does not."""
    house.without_new()
    runs = [house.start(command), house.start(command)]
    told = [run.communicate()[1] for run in runs]
    if sorted(run.returncode for run in runs) != [0, 2] or not any(told):
        return f"both ended with {[run.returncode for run in runs]}"
    return "" if house.content(NEW) == after else "the new edition is half-written"


def full(house: House, command: Sequence[str], before: Content, largest: int) -> str:
    """Run a command that cannot write more than so many bytes into a file."""
    house.put(before)
    run = house.start(command, largest)
    _, told = run.communicate()
    if house.content(FORMER) != house.former or house.content(NEW) != before:
        return "an edition has changed"
    if run.returncode != 1 or "Nothing was written" not in told or "Traceback" in told:
        return f"it ended with {run.returncode}: {told}"
    return f"left: {house.left}" if house.left else ""


def main() -> int:
    """Run, print the findings, return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--full", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder) / "house")
        began = time.monotonic()
        made = house.finish(REVISE)
        seconds = time.monotonic() - began
        other = house.finish(RENUMBER)
        largest = max(map(len, made.values()))
        bad = []
        for command, before, after in ((REVISE, {}, made), (RENUMBER, made, other)):
            kills = [
                killed(house, command, before, after, chance.uniform(0, seconds * 1.05))
                for _ in range(args.kills)
            ]
            sizes = [chance.randrange(100, largest - 1) for _ in range(args.full)]
            disks = [full(house, command, before, size) for size in sizes]
            for name, found in (("killed", kills), ("on a full disk", disks)):
                good = found.count("")
                print(f"{command[0]} {name}: {good} of {len(found)} left every edition whole")
                bad += [one for one in found if one]
        pairs = [at_once(house, REVISE, made) for _ in range(args.pairs)]
        print(f"revise twice at once: {pairs.count('')} of {len(pairs)} with one edition, whole")
        bad += [one for one in pairs if one]
    for one in dict.fromkeys(bad):
        print(f"  {one}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
