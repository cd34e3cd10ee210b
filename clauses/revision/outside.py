"""What changed outside the clauses: head, preamble, chapters, letter, closing rules, footnotes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from clauses.document.issuing import is_notice
from clauses.draft_names import IN_A_HEAD, draft_name
from clauses.revision.change import Change
from clauses.revision.changes import sentence_changes, whole_sentence
from clauses.revision.contents import say_the_same
from clauses.revision.document import WholeText, without_number
from clauses.revision.figures import figures
from clauses.revision.sentences import paired, sentences
from clauses.revision.tokens import tokens
from clauses.revision.words import evened

Found = tuple[str, Change]
"""The part of the text, as the report names it, and a change there."""

Row = tuple[str | None, str | None]

_OF_THE_OFFICE = re.compile("^附件|^[^《》。]{4,30}文件$")
"""Lines above the title in print: the red heading of the office."""
_NOTE = re.compile("^(?:注(?:释|解)?[0-9]*：?)?(?:[¹²³⁴⁵⁶⁷⁸⁹]|[0-9]{1,2}[.、]|〔[0-9]〕)?")
"""How the number of a footnote is written."""
_STATE = re.compile(f"{IN_A_HEAD}|试行|暂行|〔[0-9]{{4}}〕")
_DOCUMENT = re.compile("《[^》]*》|[^（）〔〕，。、]{0,6}〔[0-9]{4}〕[0-9]+号")
_LETTER_OF = re.compile("((?:19|20)[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日")
_OF_THE_TERM = re.compile("起|期限|(?<![停终中禁防])止|有效|试行|施行|公布|发布|印发|期满")
_TERM = re.compile(
    "有效期|(?:施行|实施|执行|政策)期限|起(?:施行|实施|试行|执行)|后施行"
    "|[至到][^，。；]*[0-9][^，。；]*(?:施行|实施|试行|执行)"
)
_ENDED = re.compile("[停终中废]止|暂停|失效|不再|继续")
"""What becomes of other policies, or of a project: they end or go on."""
_ANSWER = re.compile("前[^，。；]*反馈|内[^，。；]*反馈|截止")
_UNTIL = re.compile("请于([^，。；]{2,24}?(?:前|内))[^，。；]*反馈")
_EXPLAINING = re.compile("，(?=[^，。]{0,8}由[^，。]{2,40}(?:负责)?(?:具体)?(?:解释|负责))")


def outside_changes(
    old: WholeText, new: WholeText, departments: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """Compare what is outside the clauses; `departments` are the names of those known."""
    yield from _head(old.head, new.head)
    yield from _preamble(old.preamble, new.preamble)
    for one, other in paired(old.chapters, new.chapters):
        if _letters(one) != _letters(other):
            yield "chapter", Change("title", one, other)
    yield from _letter(old.letter, new.letter)
    closing = partial(_of_the_closing, departments=departments)
    yield from _passage(old.closing, new.closing, "closing", closing, departments)
    before, after = ([_NOTE.sub("", one) for one in text.footnotes] for text in (old, new))
    yield from _passage(before, after, "footnote", _of_the_footnote)


def _letters(heading: str | None) -> str | None:
    """Return a heading without what parts it: a comma, or a blank where the line is centred."""
    return None if heading is None else re.sub("[，、；。]", "", heading)


def _head(old: Sequence[str], new: Sequence[str]) -> Iterator[Found]:
    gone, come = (
        [line for line in side if line not in other and not _OF_THE_OFFICE.search(line)]
        for side, other in ((old, new), (new, old))
    )
    if "".join(old) == "".join(new):
        return
    for kind, of_kind in (("status", True), ("title", False)):
        before, after = (
            "\n".join(line for line in side if bool(_STATE.search(line)) == of_kind) or None
            for side in (gone, come)
        )
        if before or after:
            yield "head", Change(kind, before, after)


def state(head: Sequence[str]) -> str:
    """Return the status that a head tells, as `policy.yml` names it."""
    return "issued" if draft_name(head) is None else "draft"


def _preamble(old: str, new: str) -> Iterator[Found]:
    """Compare the preamble: another document that the policy rests on counts."""
    if old == new:
        return
    before, after = (_DOCUMENT.findall(words) for words in (old, new))
    gone = "、".join(one for one in before if one not in after)
    come = "、".join(one for one in after if one not in before)
    if gone or come:
        yield "head", Change("instrument", gone or None, come or None)
    else:
        yield "head", Change("wording", old or None, new or None)


def _letter(old: Sequence[str], new: Sequence[str]) -> Iterator[Found]:
    says = [any("。" in line for line in side) for side in (old, new)]
    if not any(says):  # whom a text is addressed to at most
        if "".join(old) != "".join(new):
            yield "letter", Change("wording", "\n".join(old) or None, "\n".join(new) or None)
    elif not says[1]:
        yield "letter", Change("text-dropped", "\n".join(old), None)
    elif not says[0]:
        yield "letter", Change("text-added", None, "\n".join(new))
    elif is_notice(old) != is_notice(new):  # a letter that asked for opinions, and the notice
        yield "letter", Change("text-dropped", "\n".join(old), None)
        yield "letter", Change("text-added", None, "\n".join(new))
    else:  # where a line of a letter ends, and how it is numbered, is a matter of layout
        old, new = ([without_number(line) for line in side] for side in (old, new))
        letters = ["".join(side) for side in (old, new)]
        # a notice asks for nothing: its day is the one on which it was written
        kind = (lambda _: "wording") if is_notice(new) else _of_the_letter
        for part, change in _passage(letters[:1], letters[1:], "letter", kind):
            values = [change.old_value, change.new_value]
            if change.kind == "deadline":  # 5个工作日 names no day
                values = [value if value and value > 100 else None for value in values]
            days = [
                value + year * 10_000 if change.dates and value and value < 10_000 else value
                for value, year in zip(values, map(_year, letters), strict=True)
            ]
            if change.kind == "deadline":
                change = replace(
                    change,
                    old=(not days[0] and _until(letters[0])) or change.old,
                    new=(not days[1] and _until(letters[1])) or change.new,
                )
            yield part, replace(change, old_value=days[0], new_value=days[1])


def _until(letter: str) -> str | None:
    """Return until when a letter asks for an answer, where it names no day: 收到后5个工作日内."""
    found = _UNTIL.search(letter)
    return found[1] if found else None


def _year(letter: str) -> int:
    """Return the year of a letter, for its days that name none; 0 if it has no date."""
    dates = _LETTER_OF.findall(letter)
    return int(dates[-1]) if dates else 0


def _passage(
    old: Sequence[str],
    new: Sequence[str],
    part: str,
    kind: Callable[[Change], str],
    departments: frozenset[str] = frozenset(),
) -> Iterator[Found]:
    before, after = ([words for one in side for words in _sentences(one)] for side in (old, new))
    added: list[str] = []
    for one, other in _together(paired(before, after), part):
        if one is None or other is None:
            change = whole_sentence(one, other, after if other is None else before, departments)
            if change.kind == "text-added" and not (other or "").endswith(("。", "；")):
                added.append(other or "")  # the lines of a table or a list are one annex
                continue
            yield part, change
            continue
        told = sentence_changes(one, other, departments)
        changes = [replace(change, kind=kind(change)) for change in told]
        weighty = [change for change in changes if change.substance]
        yield from ((part, change) for change in _one_term(one, other, weighty or changes))
    if added:
        yield part, Change("text-added", None, "\n".join(added))


def _together(rows: Sequence[Row], part: str) -> list[Row]:
    """Pair the sentences about the term, or until when one answers, however they are written."""
    about = _TERM if part == "closing" else _ANSWER
    lone = [
        [row for row in rows if row[side] and not row[1 - side] and about.search(row[side] or "")]
        for side in (0, 1)
    ]
    if not (len(lone[0]) == len(lone[1]) == 1):
        return list(rows)
    return [*(row for row in rows if row not in (*lone[0], *lone[1])),
            (lone[0][0][0], lone[1][0][1])]  # fmt: skip


def _sentences(passage: str) -> Iterator[str]:
    """Yield the sentences of a passage; who explains the policy is one by itself."""
    for words in sentences(passage):
        yield from _EXPLAINING.split(words)


def _one_term(old: str, new: str, changes: Sequence[Change]) -> list[Change]:
    """Tell a term in other words once: 有效期3年，自2020年起实施, and 自公布之日起施行."""
    if changes and say_the_same(tokens(old), tokens(new)):  # in another order
        return [Change("wording", old, new)]
    terms = [one for one in changes if one.kind == "validity"]
    if len(terms) < 2 and not any(one.old is None or one.new is None for one in terms):
        return list(changes)
    before, after = (re.split("(?<=[，。])", one) for one in (old, new))
    gone, come = (
        "".join(words for words in side if words not in other and _OF_THE_TERM.search(words))
        for side, other in ((before, after), (after, before))
    )
    start = next((n for n, (a, b) in enumerate(zip(gone, come, strict=False)) if a != b), 0)
    whole = [one.start for side in (gone, come) for one in figures(side) if one.end > start]
    start = min([start, *whole])  # never from within a figure
    gone, come = (words[start:].strip("，。") for words in (gone, come))
    values = [{getattr(one, name) for one in terms} - {None} for name in ("old_value", "new_value")]
    single = [next(iter(some)) if len(some) == 1 and len(terms) == 1 else None for some in values]
    dates = any(one.dates for one in terms)
    joined = Change("validity", gone or None, come or None, single[0], single[1], dates=dates)
    # a term in other words may hold another change already
    rest = [one for one in changes if (one.old or "") not in gone or (one.new or "") not in come]
    return [joined, *(one for one in rest if one.kind != "validity")]


def _of_the_letter(change: Change) -> str:
    """A letter asks somebody by when; its own day and its other words ask nothing."""
    if change.figure:
        own = _LETTER_OF.fullmatch(change.old or "") and _LETTER_OF.fullmatch(change.new or "")
        return "deadline" if change.kind in ("deadline", "validity") and not own else "wording"
    return change.kind if change.kind in ("department", "beneficiary") else "wording"


def _of_the_closing(change: Change, departments: frozenset[str]) -> str:
    """The closing sentences hold rules: whatever weighs there is of substance."""
    words = (change.old or "") + (change.new or "")
    if change.kind == "department":
        before, after = (
            {name for name in departments if name in (side or "")}
            for side in (change.old, change.new)
        )
        return "wording" if before == after else "department"
    if change.kind == "validity":
        return change.kind
    if change.kind == "count-limit" and not change.figure:  # 同一企业 for 同一项目
        return "beneficiary"
    if _bare(change.old) == _bare(change.new):
        return "wording"
    if _ENDED.search(words) and not change.figure:
        return change.kind if change.substance else "condition"
    if _OF_THE_TERM.search(words):
        if change.figure or "之日" in words or "试行" in words:
            return "validity"
        return change.kind if change.kind in ("text-added", "text-dropped") else "wording"
    if any(name in words for name in departments):
        return "department"
    return change.kind


def _bare(words: str | None) -> str:
    return evened(words or "").strip("、，")


def _of_the_footnote(change: Change) -> str:
    """The footnote says what a term takes in: another word there is another condition."""
    if change.substance or change.old is None or change.new is None:
        return "condition" if change.kind == "wording" else change.kind
    same = evened(change.old).strip("、等") == evened(change.new).strip("、等")
    return "wording" if same else "condition"
