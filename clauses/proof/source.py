"""Checks that the clause files together match the source document, character for character.

Typographical differences are listed in `normalisations.yml`, with their number in each passage; any
other difference is a fault.
"""

from collections import Counter

from clauses.edition_files import SourceFile
from clauses.files import YamlFile
from clauses.messages import Value, phrase
from clauses.model.proof import Normalisations
from clauses.proof.alignment import Alignment, after_blanks, align
from clauses.proof.difference import HEAD, find, report, report_blank, same_words, short
from clauses.proof.normalisations import check_counts
from clauses.proof.passages import EditionPassage

_NEAR = 3
"""The number of later passages to look for, to find the end of a passage that differs."""


def check_source(
    source: SourceFile,
    passages: list[EditionPassage],
    file: YamlFile,
    listed: Normalisations,
    whole: bool,
    number: str | None = None,
) -> None:
    """Compare every passage with the source; `whole` says that every clause file could be read.

    The number of the document may come between any two passages, or nowhere.
    """
    if source.text is None:
        return
    text, at = source.text, 0
    order = in_order_of_the_source(passages, file, listed, whole)
    left_out = {entry.after: entry.words for entry in listed.left_out}
    seen: Counter[tuple[str, str]] = Counter()
    compared: dict[str, EditionPassage] = {}
    told: set[str] = set()
    for index, passage in enumerate(order):
        if passage.label in told:
            continue
        later = [p for p in order[index + 1 :] if p.label not in told]
        begin = after_blanks(text, at)
        if number and (printed := align(number, text, begin)).whole:
            number, begin = None, after_blanks(text, printed.end)
        done = align(passage.zh, text, begin)
        if not done.whole and done.matched < HEAD:
            previous = order[index - 1].label if index else phrase("the-beginning")
            begin = _go_to(source, begin, passage, previous, later, told, whole)
            done = align(passage.zh, text, begin)
        if done.whole:
            compared[passage.label] = passage
            seen.update({(kind, passage.label): n for kind, n in done.kinds.items()})
            at = done.end
        else:
            at = _differ(text, begin, passage, later[:_NEAR], done, left_out.get(passage.label))
        if passage.label in left_out:
            at = _leave_out(source, at, left_out[passage.label])
    if whole and (rest := text[at:].strip()):
        source.fault(after_blanks(text, at), "words-in-no-file", words=short(rest))
    check_counts(file, listed, seen, compared, {p.label for p in passages}, whole)


def in_order_of_the_source(
    passages: list[EditionPassage], file: YamlFile, listed: Normalisations, whole: bool
) -> list[EditionPassage]:
    """Return the passages as the source has them; a place that no passage has is a fault."""
    order = list(passages)
    for index, moved in enumerate(listed.moved):
        labels = [passage.label for passage in order]
        if not whole and moved.passage in labels and moved.after not in labels:
            order.pop(labels.index(moved.passage))  # its neighbour's file is reported already
            continue
        for key in ("passage", "after"):
            if getattr(moved, key) not in labels:
                file.fault(("moved", index, key), "passage-unknown", label=getattr(moved, key))
        if moved.passage in labels and moved.after in labels:
            passage = order.pop(labels.index(moved.passage))
            labels.remove(moved.passage)
            order.insert(labels.index(moved.after) + 1, passage)
    return order


def _go_to(
    source: SourceFile,
    begin: int,
    passage: EditionPassage,
    previous: Value,
    later: list[EditionPassage],
    told: set[str],
    whole: bool,
) -> int:
    """Return where the passage begins in the source, and report what the source has before it.

    That is a passage in another order in the files, or words that are in no file. If the passage
    is not found, return `begin`, so that it is reported as different.
    """
    text = source.text or ""
    while (here := find(passage.zh, text, begin)) is not None and here > begin:
        other = next((p for p in later if align(p.zh, text, begin).whole), None)
        if other is None:
            break
        other.file.fault(other.path, "passage-order", label=other.label, before=passage.label)
        told.add(other.label)
        begin = after_blanks(text, align(other.zh, text, begin).end)
    if here is None or any((find(p.zh, text, begin) or here) < here for p in later[:_NEAR]):
        return begin
    if whole and here > begin:
        source.fault(
            begin,
            "words-between",
            words=short(text[begin:here].strip()),
            after=previous,
            before=passage.label,
        )
    return here


def _differ(
    text: str,
    begin: int,
    passage: EditionPassage,
    later: list[EditionPassage],
    done: Alignment,
    left_out: str | None,
) -> int:
    """Report each difference of a passage, and return where in the source it ends."""
    behind = begin + done.matched
    starts = [start for p in later if (start := find(p.zh, text, behind)) is not None]
    if left_out and (place := text.find(left_out, behind)) >= 0:
        starts.append(place)
    end = min(starts, default=len(text))
    if same_words(passage.zh, text[begin:end]):
        report_blank(passage, text, done.end)
    else:
        report(passage, text[begin:end])
    return end


def _leave_out(source: SourceFile, at: int, words: str) -> int:
    text = source.text or ""
    begin = after_blanks(text, at)
    if text.startswith(words, begin):
        return begin + len(words)
    stands = short(text[begin:].partition("\n")[0])
    source.fault(begin, "left-out", stands=stands, words=words)
    return at
