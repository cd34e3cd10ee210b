"""Checks that every figure is claimed or excused, and that every excuse is needed."""

from clauses.files import YamlFile
from clauses.messages import phrase
from clauses.model.proof import Unclaimed
from clauses.proof.awards import Doubtful
from clauses.proof.claims import FigureClaim
from clauses.proof.coverage import Covered, cover, excused_span
from clauses.proof.passages import EditionPassage


def check_coverage(
    file: YamlFile,
    unclaimed: Unclaimed,
    passages: list[EditionPassage],
    claims: list[FigureClaim],
    doubtful: list[Doubtful],
    whole: bool,
) -> None:
    """Add a fault for each item neither claimed nor excused, and for each unneeded excuse.

    `whole` says that every clause file could be read; otherwise an excuse may belong to an
    unreadable one. A figure in a quotation whose rule has a fault is not reported again.
    """
    claimed: dict[tuple[str, int, int], tuple[str, ...]] = {}
    for passage in passages:
        coverage = cover(passage.label, passage.clause, passage.zh, claims, unclaimed)
        for item in coverage.items:
            if item.claimed_by:
                claimed[passage.label, item.start, item.end] = item.claimed_by
            elif item.excuse is None and not _is_doubtful(passage, item, doubtful):
                _report(passage, item)
    _check_excuses(file, unclaimed, passages, claimed, whole)
    text = "\n".join(passage.zh for passage in passages)
    for index, name in enumerate(unclaimed.names):
        if whole and name.words not in text:
            file.fault(("names", index), "name-nowhere", words=name.words)


def _is_doubtful(passage: EditionPassage, item: Covered, doubtful: list[Doubtful]) -> bool:
    return any(
        quotation.place == passage.label
        and quotation.start <= item.start
        and item.end <= quotation.end
        for quotation in doubtful
    )


def _report(passage: EditionPassage, item: Covered) -> None:
    around = passage.zh[max(0, item.start - 10) : item.end + 10]
    what = item.measure if item.measure in ("level", "digits") else "figure"
    passage.file.fault(
        passage.path,
        "unclaimed",
        words=item.words,
        what=phrase(f"unclaimed-{what}"),
        around=around,
        label=passage.label,
    )


def _check_excuses(
    file: YamlFile,
    unclaimed: Unclaimed,
    passages: list[EditionPassage],
    claimed: dict[tuple[str, int, int], tuple[str, ...]],
    whole: bool,
) -> None:
    texts = {passage.label: passage.zh for passage in passages}
    seen: set[tuple[str, int, int]] = set()
    for index, entry in enumerate(unclaimed.figures):
        text = texts.get(entry.place)
        if text is None:
            if whole:
                file.fault(("figures", index, "place"), "passage-unknown", label=entry.place)
            continue
        span = excused_span(entry, text)
        if span is None:
            times = text.count(entry.around)
            file.fault(
                ("figures", index),
                "excuse-place" if times != 1 else "excuse-figure",
                figure=entry.figure,
                around=entry.around,
                times=times,
                place=entry.place,
            )
        elif owners := claimed.get((entry.place, *span)):
            file.fault(("figures", index), "excuse-claimed", figure=entry.figure, owners=owners)
        elif (entry.place, *span) in seen:
            file.fault(("figures", index), "excuse-twice", figure=entry.figure, place=entry.place)
        if span is not None:
            seen.add((entry.place, *span))
