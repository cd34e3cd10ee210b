"""Says in lines for people what was prepared, what waits, and what was confirmed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from itertools import groupby
from typing import Any

import amounts
import results
from clauses.messages import Both, Language, catalogue, say, shortened
from clauses.preparing.confirm import Confirmed
from clauses.preparing.expectations import part_named
from clauses.preparing.pending import PendingEntry
from clauses.preparing.progress import OUTSIDE, CaseWork, Progress, Work
from clauses.preparing.rearranging import Rearranged
from clauses.preparing.revise import Prepared
from clauses.revision.bounds import said_alike
from clauses.revision.summary import summary

_KINDS = ("proposed", "stale", "empty", "asked")
_TO = " → "
_LONGEST = 70
_BEFORE = 15
"""The most characters shown of a text, and of those before the place where two differ."""
_EXAMPLES = 2
"""The most cases of a file, and below it the most differences of a case, that are shown."""
_FEW = 2
_TOLD = ("amount", "status", "stages", "range")
"""Parts of a case whose values are shown; of the others only that they differ."""


def _in_lines[**P](tell: Callable[P, Iterator[str]]) -> Callable[P, str]:
    """Join the lines that a function yields."""

    @wraps(tell)
    def told(*args: P.args, **named: P.kwargs) -> str:
        return "\n".join(tell(*args, **named))

    return told


@_in_lines
def told_prepared(made: Prepared, language: Language, *, dry: bool) -> Iterator[str]:
    """Tell what `revise` found and wrote; `dry` if it wrote nothing."""
    yield summary(made.report, language)
    yield ""
    if made.other_days:
        days = [one.isoformat() for one in made.other_days]
        yield _tells(language, "other-days", days=days, edition=made.edition)
    if made.questions:
        yield _tells(language, "questions", count=len(made.questions))
        for question in made.questions:
            numbers = {key: "none" if n is None else n
                       for key, n in (("old", question.old), ("new", question.new))}  # fmt: skip
            yield _tells(language, "question", **numbers)
        yield _tells(language, "questions-fix")
        return
    if made.gone:
        yield _tells(language, "gone", ids=made.gone)
    yield from _listed(made.pending, (), language)
    yield ""
    name = "prepared-dry" if dry else "prepared"
    yield _tells(language, name, edition=made.edition, **_counts(made.pending))


def told_copied(edition: str, former: str, language: Language) -> str:
    """Tell that an edition was copied, and what comes next."""
    return _tells(language, "copied", edition=edition, former=former)


@_in_lines
def told_rearranged(done: Rearranged, language: Language) -> Iterator[str]:
    """Tell which clauses and paragraphs are elsewhere now, and which files were written."""
    yield from (_tells(language, "renumbered", old=a, new=b) for a, b in done.numbers)
    yield from (_tells(language, "moved", old=a, new=b) for a, b in done.paragraphs)
    yield from _listed(done.waits, (), language)
    yield _tells(language, "rearranged", edition=done.edition, files=done.files)


@_in_lines
def told_progress(now: Progress, language: Language) -> Iterator[str]:
    """Tell what waits in an edition, by file, line and key."""
    yield _head(now, language)
    yield from _listed([one.entry for one in now.work], now.work, language)
    here = dict.fromkeys(fault for one in now.work for fault in one.faults)
    for name, faults in (("to-put-right", here), ("to-put-right-elsewhere", now.faults)):
        if faults:
            yield ""
            yield _tells(language, name, count=len(faults))
            yield from (fault.told(language) for fault in faults)
    yield from _cases(now, language)
    yield from _to_look_at(now, language)
    if now.done:
        yield _tells(language, "all-done", edition=now.edition)


def _to_look_at(now: Progress, language: Language) -> Iterator[str]:
    """Tell what the edition does not wait for, and should be looked at.

    Nothing shows that the rules of an award are right for which nobody has worked a sum.
    """
    if now.without_cases:
        yield _tells(language, "without-cases", edition=now.edition, ids=now.without_cases)
    for one in now.unanswered:
        values = {"file": f"examples/{one.example}.yml", "id": one.award}
        yield _tells(language, "example-asks", **values, facts=_named(one.facts, language))


def _head(now: Progress, language: Language) -> str:
    name = "in-correction" if now.finished else "in-preparation"
    return _tells(language, name, edition=now.edition, count=now.count)


def _listed(
    entries: Sequence[PendingEntry], work: Sequence[Work], language: Language
) -> Iterator[str]:
    known = {one.entry.id: one for one in work}
    places = catalogue(language)["preparing"]["places"]
    for kind in _KINDS:
        here = [entry for entry in entries if entry.kind == kind]
        if here:
            yield ""
            yield _tells(language, f"kind-{kind}", count=len(here))
        for entry in here:
            line = f":{known[entry.id].line}" if entry.id in known else ""
            change = _change(entry, language)
            if name := places.get(entry.key):
                change = say(("phrases", "named"), language, {"name": name, "words": change})
            yield f"  {entry.id}  {entry.file}{line}  {entry.key}" + (
                f"\n      {change}" if change else ""
            )
            if entry.id in known and known[entry.id].by_hand:
                yield f"      {_tells(language, 'by-hand')}"
                yield from _by_hand(known[entry.id], language)


def _change(entry: PendingEntry, language: Language) -> str:
    """Return what changed at a place; some notes tell old and new of each figure of a text."""
    old, new = (shortened(words, _LONGEST) for words in (entry.old, entry.new))
    if entry.old and entry.new != entry.old and said_alike(entry.old, entry.new):
        return _tells(language, "equal", old=old, new=new)
    if new.startswith(f"{old}{_TO}"):
        return new
    if old and all(_TO in one for one in entry.new.split("；")):
        return say(("phrases", "named"), language, {"name": old, "words": new})
    return _TO.join(words for words in (old, new) if words)


def _by_hand(work: Work, language: Language) -> Iterator[str]:
    """Tell what is at a place instead of what was proposed."""
    for one in work.by_hand:
        if not one.path:
            yield f"        {_tells(language, 'by-hand-elsewhere')}"
            continue
        proposed, now = _apart(one.proposed, one.now)
        now = now or say(("revision", "nothing"), language, {})
        values = {"path": one.path, "proposed": proposed, "now": now}
        yield f"        {_tells(language, 'by-hand-text', **values)}"


def _cases(now: Progress, language: Language) -> Iterator[str]:
    if not now.compiled:
        yield ""
        yield _tells(language, "cases-later")
    if not now.cases:
        return
    yield ""
    yield _tells(language, "cases-otherwise", count=len(now.cases))
    asking = [case for case in now.cases if case.asks]
    by_hand = [case for case in now.cases if case.by_hand and not case.asks]
    others = [case for case in now.cases if not (case.by_hand or case.asks)]
    for file, cases in groupby(others, key=lambda one: one.case.file):
        yield from _cases_of(file, list(cases), language)
    if asking:
        yield _tells(language, "cases-asking", count=len(asking))
    for case in asking:
        facts = _named(case.asks, language)
        yield f"    {case.id}  {case.case.file}:{case.case.line}  {_title(case, language)}"
        yield f"        {_tells(language, 'case-asks', facts=facts)}"
    if by_hand:
        yield _tells(language, "cases-by-hand")
    for case in by_hand:
        yield from _case(case, language)
    yield _tells(language, "cases-fix", edition=now.edition)


def _named(facts: Iterable[tuple[str, Both]], language: Language) -> list[str]:
    """Return facts by their names and labels."""
    return [
        say(("phrases", "named"), language, {"name": name, "words": getattr(label, language)})
        for name, label in facts
    ]


def _cases_of(file: str, cases: list[CaseWork], language: Language) -> Iterator[str]:
    """Tell the cases of one file: how many of each kind, and the first few of those in money."""
    sums = [case for case in cases if not _by_the_term(case)]
    yield _tells(language, "cases-of", file=file, sums=len(sums), term=len(cases) - len(sums))
    for case in sums[:_EXAMPLES]:
        yield from _case(case, language)
    if len(sums) > _EXAMPLES:
        yield _tells(language, "cases-more", count=len(sums) - _EXAMPLES)


def _case(case: CaseWork, language: Language) -> Iterator[str]:
    yield f"    {case.id}  {case.case.file}:{case.case.line}  {_title(case, language)}"
    yield from _differences(case, language)


def _by_the_term(case: CaseWork) -> bool:
    """Whether a day is within the one term and outside the other."""
    return any(OUTSIDE in str(difference[1:]) for difference in case.found.differences)


def _differences(case: CaseWork, language: Language) -> Iterator[str]:
    if case.found.assessment is None:
        yield from (f"        {fault.part('found', language)}" for fault in case.found.faults)
        yield f"        {_tells(language, 'case-impossible')}"
    names = catalogue(language)["preparing"]["parts"]
    for key, computed, expected in case.found.differences[:_FEW]:
        name, part = part_named(key, names), key.rpartition(": ")[2]
        if part not in _TOLD and not part.startswith("totals."):
            yield f"        {_tells(language, 'part-differs', name=name)}"
            continue
        before, now = (
            shortened(_value(part, one, language), _LONGEST) for one in (expected, computed)
        )
        yield f"        {name}: {before} → {now}"


def _title(case: CaseWork, language: Language) -> str:
    """Return the title of a case, which is English; in Chinese what it claims."""
    names = [name.zh for name in case.awards[:_FEW]]
    more = "……" if len(case.awards) > _FEW else ""
    return "、".join(names) + more if language == "zh" and names else case.case.title


def _value(part: str, value: Any, language: Language) -> str:
    """Return a value of a case for people: a status by its name, instalments by their sums."""
    if value is None:
        return say(("revision", "nothing"), language, {})
    if part == "status":
        named = results.status_names(language)
        return named.get(str(value), str(value))
    # a sum, the instalments with their names, or the ends of a range; staff may have written others
    sums = value if isinstance(value, list) else [value]
    sums = [one[-1] if isinstance(one, list) and one else one for one in sums]
    try:
        said = [
            say(("revision", "nothing"), language, {})
            if one is None
            else amounts.money(one, language)
            for one in sums  # the upper end of a range may be open
        ]
    except (ArithmeticError, TypeError, ValueError):
        return str(value)
    return (" + " if part == "stages" else " – ").join(said)


@_in_lines
def told_confirmed(done: Confirmed, language: Language) -> Iterator[str]:
    """Tell what was confirmed, what could not be, and what is left."""
    edition = done.left.edition
    if done.entries or done.cases:
        yield _tells(language, "confirmed", entries=len(done.entries), cases=len(done.cases))
    for one in done.by_hand:
        yield _tells(language, "confirmed-by-hand", id=one.entry.id, file=one.entry.file,
                    line=one.line, key=one.entry.key)  # fmt: skip
        yield from _by_hand(one, language)
    for one in done.held:
        values = {"file": one.entry.file, "line": one.line, "key": one.entry.key}
        yield _tells(language, "confirmed-held", id=one.entry.id, words=one.held, **values)
    for one in done.refused:
        yield _tells(language, "not-confirmed", id=one.entry.id, file=one.entry.file, line=one.line,
                    key=one.entry.key)  # fmt: skip
        yield from _by_hand(one, language)
        if one.unwritten:
            yield f"    {_tells(language, 'unwritten')}"
        if one.held:
            yield f"    {_tells(language, 'held', words=one.held, id=one.entry.id)}"
        for fault in one.faults:
            yield fault.told(language)
    if done.partly or done.refused:
        yield from (fault.told(language) for fault in done.left.faults)
    if done.finished:
        yield _tells(language, "finished", edition=edition)
        yield from _to_look_at(done.left, language)
    elif done.partly:
        yield _head(done.left, language)
    elif not done.refused:
        yield told_progress(done.left, language)


def _counts(entries: Sequence[PendingEntry]) -> dict[str, int]:
    return {kind: sum(entry.kind == kind for entry in entries) for kind in _KINDS}


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return two texts from shortly before the place where they differ."""
    pairs = enumerate(zip(one, other, strict=False))
    differs = next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
    start = max(0, differs - _BEFORE)
    left = "…" if start else ""
    return left + shortened(one[start:], _LONGEST), left + shortened(other[start:], _LONGEST)


def _tells(language: Language, name: str, /, **values: Any) -> str:
    return say(("preparing", name), language, values)
