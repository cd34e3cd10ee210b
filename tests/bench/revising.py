"""Prints the time and memory of `revise` for 41 and 410 clauses.

Each run is a process of its own, on a copy of the edition in front; the tenfold one has each clause
ten times, with other numbers, keys and ids. A ceiling changes in every copy of clause 3.
"""

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from clauses.preparing.revise import revise
from clauses.preparing.yaml_edit import YamlEdit
from clauses.yaml12 import load
from tests.made_editions import real_editions
from tests.policy import EDITION

TIMES = (1, 10)
LIMIT = 10
"""Seconds of the processor within which a revision of 410 clauses must be prepared."""


def main() -> None:
    """Measure both sizes; the exit status is 1 if the larger one takes too long."""
    print("preparing an edition: revise")
    seconds = 0.0
    for times in TIMES:
        command = [sys.executable, "-m", "tests.bench.revising", str(times)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        seconds = found["worked"]
        print(
            f"{found['clauses']:5.0f} clauses: {found['seconds']:6.1f} s"
            f" ({seconds:.1f} of the processor)   {found['memory']:6.1f} MB"
            f"   {found['proposed']:.0f} places made ready, {found['others']:.0f} others"
        )
    sys.exit(seconds > LIMIT)


def measure(times: int) -> dict[str, float]:
    """Prepare a revision of `times` as many clauses; return seconds, MB and what was found."""
    with tempfile.TemporaryDirectory() as folder:
        root = real_editions(Path(folder), {}, EDITION)
        multiply(root / EDITION, times)
        source = (root / EDITION / "source.txt").read_text("utf-8")
        text = Path(folder) / "text.txt"
        text.write_text(source.replace("最高3000万元补助,并按", "最高2500万元补助,并按"), "utf-8")
        started, worked = time.perf_counter(), time.process_time()
        made = revise(text, date(2030, 1, 1), root, cache=Path(folder) / "cache")
        seconds, worked = time.perf_counter() - started, time.process_time() - worked
        clauses = len(list((root / "2030-01-01").glob("[0-9]*.yml")))
    proposed = sum(one.kind == "proposed" for one in made.pending)
    return {
        "seconds": seconds,
        "worked": worked,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "clauses": clauses,
        "proposed": proposed,
        "others": len(made.pending) - proposed,
    }


def multiply(folder: Path, times: int) -> None:
    """Write every clause of an edition several times; all copies are in the last chapter."""
    texts = {int(path.stem): path.read_text("utf-8") for path in folder.glob("[0-9]*.yml")}
    most = len(texts)
    ids = {held["id"] for text in texts.values() for kind in ("awards", "lines")
           for held in load(text).get(kind, [])}  # fmt: skip
    known = re.compile("|".join(map(re.escape, sorted(ids, key=len, reverse=True))))
    for turn in range(1, times):
        for number, text in texts.items():
            edit = YamlEdit(known.sub(lambda match: f"{match[0]}-{turn}", text))  # noqa: B023
            new = number + turn * most
            edit.replace(("number",), new)
            edit.replace(("key",), f"{edit.value(('key',))}-{turn}")
            for key, sign in (("zh", "、"), ("en", ".")):
                at = ("paragraphs", 0, key)
                edit.replace(at, edit.value(at).replace(f"{number}{sign}", f"{new}{sign}", 1))
            (folder / f"{new:02d}.yml").write_text(edit.written(), "utf-8")
    _write_around(folder, most, times)


def _write_around(folder: Path, most: int, times: int) -> None:
    """Let chapters, source and excuses know the copies."""
    policy = YamlEdit((folder / "policy.yml").read_text("utf-8"))
    chapters = policy.value(("chapters",))
    last = chapters[-1]["clauses"] + list(range(most + 1, most * times + 1))
    policy.replace(("chapters", len(chapters) - 1, "clauses"), last)
    (folder / "policy.yml").write_text(policy.written(), "utf-8")
    path = folder / "source.txt"
    blocks = path.read_text("utf-8").split("\n\n")
    first = next(n for n, block in enumerate(blocks) if block.startswith("1、"))
    end = next(n for n, block in enumerate(blocks) if block.startswith(f"{most}、")) + 1
    titles = [chapter["title"]["zh"][:3] for chapter in chapters]
    clauses = [one for one in blocks[first:end] if not one.startswith((*titles, "¹"))]
    for turn in range(times - 1, 0, -1):
        copies = [
            re.sub("^([0-9]+)、", lambda m: f"{int(m[1]) + turn * most}、", one)  # noqa: B023
            for one in clauses
        ]
        blocks[end:end] = copies
    path.write_text("\n\n".join(blocks), "utf-8")
    path = folder / "unclaimed.yml"
    head, *entries = re.split(r"^(?=  - )", path.read_text("utf-8"), flags=re.M)
    for turn in range(1, times):
        for entry in list(entries):
            match = re.search(r'\bplace: "([0-9]+)\.', entry)
            if match and int(match[1]) <= most:
                entries.append(entry.replace(match[0], f'place: "{int(match[1]) + turn * most}.'))
    path.write_text(head + "".join(entries), "utf-8")


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(measure(int(sys.argv[1]))))
    else:
        main()
