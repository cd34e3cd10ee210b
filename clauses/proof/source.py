"""The clause files put together are the source document, character for character.

What the printed page did to the text is listed in `normalisations.yml` with how often it occurs
in each passage; any other difference is a fault.
"""

import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from clauses.faults import Fault
from clauses.files import YamlFile
from clauses.model.proof import Normalisations
from clauses.proof.alignment import FULL_WIDTH, Alignment, align
from clauses.proof.passages import Passage

_HEAD = 12
"""So many characters of a passage are enough to find it again in the source."""
_NEAR = 3
"""So many passages are looked for behind one that differs, to find its end."""


class SourceFile:
    """`source.txt`: the text as it came, the line about the contact person replaced."""

    def __init__(self, path: Path, root: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        self.faults: list[Fault] = []
        self.text: str | None = None
        try:
            self.text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.fault(
                0,
                getattr(error, "strerror", None) or "bytes that are not UTF-8",
                "the source document, in UTF-8",
                "restore the file, for example from the history",
            )

    def fault(self, at: int, found: str, allowed: str, mend: str) -> None:
        """Note a fault at a place of the text, counted in characters."""
        line = (self.text or "").count("\n", 0, at) + 1
        self.faults.append(Fault(self.name, line, "", found, allowed, mend))


def check_source(
    source: SourceFile, passages: list[Passage], file: YamlFile, listed: Normalisations, whole: bool
) -> None:
    """Compare every passage with the source; `whole` where no clause file is unreadable."""
    if source.text is None:
        return
    text, at = source.text, 0
    order = _in_order_of_the_source(passages, file, listed, whole)
    left_out = {entry.after: entry.words for entry in listed.left_out}
    seen: Counter[tuple[str, str]] = Counter()
    compared: dict[str, Passage] = {}
    told: set[str] = set()
    for index, passage in enumerate(order):
        if passage.label in told:
            continue
        later = [p for p in order[index + 1 :] if p.label not in told]
        begin = _after_blanks(text, at)
        done = align(passage.zh, text, begin)
        if not done.whole and done.matched < _HEAD:
            begin = _go_to(source, begin, passage, later, told, whole)
            done = align(passage.zh, text, begin)
        if done.whole:
            compared[passage.label] = passage
            seen.update({(kind, passage.label): n for kind, n in done.kinds.items()})
            at = done.end
        else:
            at = _report(source, begin, passage, later[:_NEAR], done)
        if passage.label in left_out:
            at = _leave_out(source, at, left_out[passage.label])
    if whole and (rest := text[at:].strip()):
        source.fault(
            _after_blanks(text, at),
            f"“{_short(rest)}”",
            "words that stand in a clause file or in policy.yml",
            "add the words to their file, to the letter",
        )
    _check_counts(file, listed, seen, compared, {p.label for p in passages}, whole)


def _in_order_of_the_source(
    passages: list[Passage], file: YamlFile, listed: Normalisations, whole: bool
) -> list[Passage]:
    order = list(passages)
    for index, moved in enumerate(listed.moved):
        labels = [passage.label for passage in order]
        if not whole and moved.passage in labels and moved.after not in labels:
            order.pop(labels.index(moved.passage))  # its neighbour's file is told already
            continue
        for key in ("passage", "after"):
            if getattr(moved, key) not in labels:
                file.fault(
                    ("moved", index, key),
                    f"“{getattr(moved, key)}”",
                    "a passage of the text, like 3.1, 引言 or 附则-1",
                    "correct the name",
                )
        if moved.passage in labels and moved.after in labels:
            passage = order.pop(labels.index(moved.passage))
            labels.remove(moved.passage)
            order.insert(labels.index(moved.after) + 1, passage)
    return order


def _go_to(
    source: SourceFile,
    begin: int,
    passage: Passage,
    later: list[Passage],
    told: set[str],
    whole: bool,
) -> int:
    """Go on where the passage begins, and tell what the source has before it.

    That is another passage, which stands in another order in the files, or words of no file. A
    passage that does not begin anywhere stays where it is, and differs.
    """
    text = source.text or ""
    while (here := _find(passage.zh, text, begin)) is not None and here > begin:
        other = next((p for p in later if align(p.zh, text, begin).whole), None)
        if other is None:
            break
        other.file.fault(
            other.path,
            f"{other.label}, which the source has before {passage.label}",
            "the order of the source, but for what `moved` of normalisations.yml lists",
            "move the passage, or correct the entry under `moved`",
        )
        told.add(other.label)
        begin = _after_blanks(text, align(other.zh, text, begin).end)
    if here is None or any((_find(p.zh, text, begin) or here) < here for p in later[:_NEAR]):
        return begin
    if whole and here > begin:
        source.fault(
            begin,
            f"“{_short(text[begin:here].strip())}”",
            f"words that stand in a file, before {passage.label}",
            "add the words to their file, to the letter",
        )
    return here


def _report(
    source: SourceFile, begin: int, passage: Passage, later: list[Passage], done: Alignment
) -> int:
    """Tell each difference of a passage, and return where the next one begins."""
    text = source.text or ""
    starts = [p for p in (_find(p.zh, text, begin + done.matched) for p in later) if p is not None]
    end = min(starts, default=len(text))
    mine, theirs = _plain(passage.zh), _plain(text[begin:end])
    differences = [
        (a, b, c, d)
        for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    if len(differences) > 4:
        differences = [
            (differences[0][0], differences[-1][1], differences[0][2], differences[-1][3])
        ]
    for a, b, c, d in differences:
        words = f"the words of the source: “{_around(theirs, c, d)}”"
        passage.file.fault(
            passage.path,
            f"“{_around(mine, a, b)}”",
            words if theirs else "passages of the source; it has none here",
            "write the text as source.txt has it",
        )
    if not differences:
        place = text[max(0, done.end - 8) : done.end + 8].strip().replace("\n", "⏎")
        passage.file.fault(
            passage.path,
            f"a blank or break of the source that is of no listed kind: “{place}”",
            "the blanks and breaks of normalisations.yml",
            "write the text as source.txt has it",
        )
    return end


def _leave_out(source: SourceFile, at: int, words: str) -> int:
    text = source.text or ""
    begin = _after_blanks(text, at)
    if text.startswith(words, begin):
        return begin + len(words)
    source.fault(
        begin,
        f"“{_short(text[begin:].partition(chr(10))[0])}”",
        f"the words left out here: “{words}”",
        "restore the line, or take it out of `left_out` in normalisations.yml",
    )
    return at


def _check_counts(
    file: YamlFile,
    listed: Normalisations,
    seen: Counter[tuple[str, str]],
    compared: dict[str, Passage],
    labels: set[str],
    whole: bool,
) -> None:
    known: set[tuple[str, str]] = set()
    for index, entry in enumerate(listed.normalisations):
        for label, number in entry.places.items():
            known.add((entry.kind, label))
            found = seen[entry.kind, label]
            if label in compared and found != number:
                file.fault(
                    ("normalisations", index, "places", label),
                    f"{entry.kind} {number} times in {label}",
                    f"{found} times, as the source has it",
                    "look at source.txt, then write the number, or take the place out",
                )
            elif label not in compared and label not in labels and whole:
                file.fault(
                    ("normalisations", index, "places", label),
                    f"“{label}”",
                    "a passage of the text, like 3.1, 引言 or 附则-1",
                    "correct the name",
                )
    for (kind, label), number in seen.items():
        if (kind, label) not in known:
            passage = compared[label]
            passage.file.fault(
                passage.path,
                f"{kind}, {number} times in {label}, which is not listed",
                "only the differences that normalisations.yml lists",
                "write the text as source.txt has it, or list the difference with its number",
            )


def _find(passage: str, text: str, begin: int) -> int | None:
    """Find where a passage begins in the source, at or after `begin`."""
    head = [re.escape(c) for c in _plain(passage)[:_HEAD]]
    for full in FULL_WIDTH.items():
        head = [f"[{re.escape(full[0])}{full[1]}]" if c == re.escape(full[1]) else c for c in head]
    match = re.compile(r"\s*".join(head)).search(text, begin)
    return match.start() if match else None


def _plain(text: str) -> str:
    return "".join(FULL_WIDTH.get(c, c) for c in text if not c.isspace())


def _after_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _around(text: str, begin: int, end: int) -> str:
    before, after = text[max(0, begin - 8) : begin], text[end : end + 8]
    return f"{'…' if begin > 8 else ''}{before}{_short(text[begin:end])}{after}" + (
        "…" if end + 8 < len(text) else ""
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:40]}……{text[-12:]}"
