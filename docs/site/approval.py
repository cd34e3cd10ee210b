"""The sheet for approval: what a revision changes for each award, on a page to be signed.

It is made from the report on two editions. Where the new one is still in preparation and its rules
cannot be compiled, only its text is compared, and the sheet says so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clauses.document import Award, Bilingual, PolicyDocument
from clauses.export import compile_edition
from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSES, in_preparation
from clauses.messages import Language as Code
from clauses.messages import catalogue, shortened
from clauses.preparing.progress import progress
from clauses.revision.differences import differences
from clauses.revision.editions import edition_report
from docs.site.differences import ChangeRow, Differences, Side
from docs.site.language import BY_CODE, EN, LANGUAGES, ZH
from docs.site.sums import payment

Json = dict[str, Any]
Texts = dict[Code, str]
"""The same in both languages."""
Limits = dict[str, list[Bilingual]]
"""The words of the limits of each award, by its id."""
_LONGEST = 120
"""The most characters of a change: a whole letter does not belong on the sheet."""


@dataclass(frozen=True)
class Detail:
    """One change in both languages."""

    rows: dict[Code, ChangeRow]

    def told(self, code: Code, none: str) -> str:
        """Return it in one line: what, before and after."""
        row = self.rows[code]
        sides = f"{_side(row.old) or none} → {_side(row.new) or none}"
        return f"{row.what}{BY_CODE[code].colon}{sides}{self._note(code)}"

    def _note(self, code: Code) -> str:
        note = self.rows[code].note
        return f" ({note})" if note and code == "en" else f"（{note}）" * bool(note)

    @property
    def what(self) -> Texts:
        """What changed, with the remark that it is disputed or should be checked."""
        return {code: f"{row.what}{self._note(code)}" for code, row in self.rows.items()}

    @property
    def old(self) -> Texts:
        """The text before; empty if there was none."""
        return {code: _side(row.old) for code, row in self.rows.items()}

    @property
    def new(self) -> Texts:
        """The text now; empty if there is none."""
        return {code: _side(row.new) for code, row in self.rows.items()}

    def repeats(self, old: Texts | None, new: Texts | None) -> bool:
        """Tell whether it is only what two sums, before and after, say already."""
        row = self.rows["zh"]
        if not (old and new) or row.note or not (row.old and row.new):
            return False
        return _side(row.old) in old["zh"] and _side(row.new) in new["zh"]


@dataclass(frozen=True)
class ChangedAward:
    """An award that the revision changes, brings or drops."""

    id: str
    clause: Texts
    name: Texts
    old: Texts | None
    """Its sum before; None if the old edition does not have this award."""
    new: Texts | None
    details: list[Detail]

    @property
    def further(self) -> list[Detail]:
        """The changes that its sums, before and after, do not show."""
        return [one for one in self.details if not one.repeats(self.old, self.new)]


@dataclass(frozen=True)
class Sheet:
    """Everything that the sheet says."""

    old: str
    new: str
    awards: list[ChangedAward]
    unchanged: int
    """How many awards stay as they are."""
    clauses: list[Texts]
    """Clauses that are new, dropped, merged or split, and sentences that went to another."""
    others: list[tuple[Texts, Detail]]
    """Changes of substance that concern no award, each once with all its places."""
    totals: Json
    disputed: int
    compiled: bool
    """False where only the texts could be compared."""
    waiting: int | None
    """How many places of the new edition wait for a person; None for a finished edition."""


def sheet_of(old: str, new: str, root: Path = CLAUSES) -> Sheet:
    """Return the sheet for two editions by their names; `new` may be a text in a file.

    The sheet of an edition in preparation says how many places wait for a person. As long as its
    files have faults its text is compared, `source.txt`, and not its rules. Raises `TextError`
    where there is nothing to compare, and `PolicyFilesError` where the old edition has faults, or
    the new one has no text yet.
    """
    before = PolicyDocument.read(compile_edition(root, old))
    if not (root / new / "policy.yml").is_file():
        return approval_sheet(differences(old, new, root), before, None)
    waiting = progress(root, new).count if in_preparation(new, root) else None
    try:
        after = PolicyDocument.read(compile_edition(root, new))
    except PolicyFilesError as faulty:
        source = root / new / "source.txt"
        if not source.is_file():
            raise
        report = differences(old, str(source), root) | {"new": new}
        return approval_sheet(report, before, None, waiting or len(faulty.faults))
    return approval_sheet(edition_report(before, after), before, after, waiting)


def approval_sheet(
    report: Json, old: PolicyDocument, new: PolicyDocument | None, waiting: int | None = None
) -> Sheet:
    """Return the sheet for a report; `new` is None where its rules cannot be compiled."""
    policies = [old, *([new] if new else [])]
    shown = {language.code: Differences(report, policies, language) for language in LANGUAGES}
    changes = [one for one in report["changes"] if one["substance"] and not _whole(one)]
    details = [
        (one, Detail({code: made.row(one) for code, made in shown.items()})) for one in changes
    ]
    dropped = {one["old"] for one in report["clauses"] if one["fate"] == "dropped"}
    before = {award.id: award for _, award in old.awards}
    after = {
        award.id: award for _, award in (new or old).awards if new or award.clause not in dropped
    }
    named = dict.fromkeys([*after, *before])
    awards = [
        _award(
            id_,
            (before.get(id_), after.get(id_)),
            (_limits(before), _limits(after)),
            [detail for one, detail in details if one["award"] == id_],
            compiled=new is not None,
        )
        for id_ in named
    ]
    changed = [award for award in awards if award]
    return Sheet(
        report["old"],
        report["new"],
        changed,
        len(awards) - len(changed),
        list(_clauses(report, old, new)),
        list(
            _others((_place(one), detail) for one, detail in details if one["award"] not in named)
        ),
        report["totals"],
        report.get("disputed", 0),
        new is not None,
        waiting,
    )


def _others(found: Iterable[tuple[Texts, Detail]]) -> Iterator[tuple[Texts, Detail]]:
    """Yield each change once, with all places at which it was made: 市金融办 in four clauses."""
    places: dict[tuple[ChangeRow, ...], list[Texts]] = {}
    for place, detail in found:
        places.setdefault(tuple(detail.rows.values()), []).append(place)
    for (chinese, english), own in places.items():
        joined: Texts = {
            of.code: of.comma.join(dict.fromkeys(place[of.code] for place in own))
            for of in LANGUAGES
        }
        yield joined, Detail({ZH.code: chinese, EN.code: english})


def _award(
    id_: str,
    sides: tuple[Award | None, Award | None],
    limits: tuple[Limits, Limits],
    details: list[Detail],
    *,
    compiled: bool,
) -> ChangedAward | None:
    old, new = sides
    sums = [
        _sum(award, held.get(id_, [])) if award else None
        for award, held in zip(sides, limits, strict=True)
    ]
    if sums[0] == sums[1] and not details:
        return None
    award = new or old
    assert award is not None
    numbers = [one.clause if one else None for one in (old, new)]
    clause = {of.code: _numbers(numbers, of.code) for of in LANGUAGES}
    name: Texts = {"zh": award.name.zh, "en": award.name.en}
    return ChangedAward(id_, clause, name, sums[0], sums[1] if compiled else None, details)


def _limits(awards: Mapping[str, Award]) -> Limits:
    """Return the limits of each award by its id; one limit may be of several awards."""
    found: Limits = {}
    for limit in (award.limit for award in awards.values() if award.limit):
        for id_ in limit.awards:
            found.setdefault(id_, []).append(limit.words)
    return found


def _sum(award: Award, limits: Sequence[Bilingual]) -> Texts:
    """Write the sum of an award and its limits: 最高3000万元（实际投入×不超过20%）；…."""
    found: Texts = {}
    for language in LANGUAGES:
        paid = payment(award, language)
        formula = paid.formula if paid.ceiling else ""
        bracketed = f"（{formula}）" if language is ZH else f" ({formula})"
        own = paid.short + bracketed * bool(formula)
        found[language.code] = language.semicolon.join([own, *map(language.of, limits)])
    return found


def _numbers(numbers: list[int | None], code: Code) -> str:
    """Name a clause by its numbers before and after: Clause 3 → Clause 4, former clause 3."""
    said = catalogue(code)["revision"]
    if numbers[1] is None and numbers[0] is not None:
        return str(said["former"].format(number=numbers[0]))
    known = [said["clause"].format(number=number) for number in numbers if number is not None]
    return " → ".join(dict.fromkeys(known))


def _clauses(report: Json, old: PolicyDocument, new: PolicyDocument | None) -> Iterator[Texts]:
    titles = {
        (side, one.number): one.title
        for side, policy in (("old", old), ("new", new)) if policy for one in policy.clauses
    }  # fmt: skip
    pairs = [(one["old"], one["new"]) for one in report["clauses"]]

    def told(entry: Json, what: str, name: str, words: str = "") -> Texts:
        found: Texts = {}
        for language in LANGUAGES:
            said = catalogue(language.code)
            numbers = {side: entry[side] for side in ("old", "new") if entry[side] is not None}
            line = " → ".join(
                said["approval"][f"side-{side}"].format(
                    clause=said["revision"]["clause"].format(number=number)
                )
                for side, number in numbers.items()
            )
            colon = language.colon
            title = titles.get(next(iter(numbers.items())))
            if title and len(numbers) == 1:
                line += f"“{language.of(title)}”" if language is ZH else f", {language.of(title)}"
            line += f"{colon}{said['revision'][what][name]}"
            found[language.code] = f"{line}{colon}{words}" if words else line
        return found

    for entry in report["clauses"]:
        if entry["fate"] not in ("same", "wording", "changed"):
            yield told(entry, "fates", entry["fate"])
    for one in report["changes"]:
        place = one["old_clause"], one["new_clause"]
        if one["kind"] == "layout" and place not in pairs:
            places = dict(zip(("old", "new"), place, strict=True))
            yield told(places, "kinds", "layout", shortened(one["new"], _LONGEST))


def _place(change: Json) -> Texts:
    numbers = [change["old_clause"], change["new_clause"]]
    return {
        of.code: catalogue(of.code)["revision"]["parts"].get(change["key"])
        or _numbers(numbers, of.code)
        for of in LANGUAGES
    }


def _whole(change: Json) -> bool:
    """Tell whether a change is a clause that came or went, which is in the list of clauses."""
    alone = (change["old_clause"] is None) != (change["new_clause"] is None)
    return alone and change["kind"] in ("text-added", "text-dropped")


def _side(side: Side | None) -> str:
    if side is None:
        return ""
    text, chinese = (shortened(words, _LONGEST) for words in (side.text, side.chinese))
    if not text or not chinese or text == chinese:
        return text or chinese
    return f"{text} ({chinese})"
