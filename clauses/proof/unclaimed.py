"""No figure is left over, and `unclaimed.yml` excuses only what needs an excuse."""

from clauses.files import YamlFile
from clauses.model.proof import Unclaimed
from clauses.proof.awards import Doubtful
from clauses.proof.claims import Claim
from clauses.proof.coverage import Covered, cover, excused_span
from clauses.proof.passages import Passage


def check_coverage(
    file: YamlFile,
    unclaimed: Unclaimed,
    passages: list[Passage],
    claims: list[Claim],
    doubtful: list[Doubtful],
    whole: bool,
) -> None:
    """Note what is neither claimed nor excused, and each excuse that is not needed.

    `whole` where every clause file could be read; otherwise an excuse may belong to one of the
    others. A figure inside a quotation whose rule is at fault is not told a second time.
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
            file.fault(
                ("names", index),
                f"“{name.words}”, which stands nowhere in the text",
                "a name of the text with digits in it",
                "take the entry out",
            )


def _is_doubtful(passage: Passage, item: Covered, doubtful: list[Doubtful]) -> bool:
    return any(
        quotation.place == passage.label
        and quotation.start <= item.start
        and item.end <= quotation.end
        for quotation in doubtful
    )


def _report(passage: Passage, item: Covered) -> None:
    around = passage.zh[max(0, item.start - 10) : item.end + 10]
    what = {"level": "level", "digits": "digits that are no figure of the notation"}
    passage.file.fault(
        passage.path,
        f"“{item.words}” ({what.get(item.measure, 'figure')}) in “…{around}…” ({passage.label})",
        "figures and levels that a rule claims, or that unclaimed.yml excuses",
        "give it to an award, a line or a target, or add it to unclaimed.yml with the reason",
    )


def _check_excuses(
    file: YamlFile,
    unclaimed: Unclaimed,
    passages: list[Passage],
    claimed: dict[tuple[str, int, int], tuple[str, ...]],
    whole: bool,
) -> None:
    texts = {passage.label: passage.zh for passage in passages}
    seen: set[tuple[str, int, int]] = set()
    for index, entry in enumerate(unclaimed.figures):
        text = texts.get(entry.place)
        if text is None:
            if whole:
                file.fault(
                    ("figures", index, "place"),
                    f"“{entry.place}”",
                    "a passage of the text, like 3.1, 引言 or 附则-2",
                    "correct the place, or take the entry out",
                )
            continue
        span = excused_span(entry, text)
        if span is None:
            times = text.count(entry.around)
            file.fault(
                ("figures", index),
                f"“{entry.figure}” in “{entry.around}”, which stands {times} times in {entry.place}"
                if times != 1
                else f"“{entry.figure}”, which is no whole figure of “{entry.around}”",
                "a figure of the text, with words around it that stand there once",
                "correct the words, or take the entry out",
            )
        elif owners := claimed.get((entry.place, *span)):
            file.fault(
                ("figures", index),
                f"“{entry.figure}”, which {', '.join(owners)} claims",
                "figures that no rule claims",
                "take the entry out",
            )
        elif (entry.place, *span) in seen:
            file.fault(
                ("figures", index),
                f"“{entry.figure}” in {entry.place}, which is excused already",
                "each figure once",
                "take the entry out",
            )
        if span is not None:
            seen.add((entry.place, *span))
