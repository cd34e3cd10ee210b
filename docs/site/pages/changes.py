"""What changed from one edition to the next: the page of the change, and each clause's history.

A site of one edition has neither.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clauses.document import Clause, PolicyDocument
from clauses.messages import catalogue
from docs.site.differences import ChangeRow, Difference, Differences, Side
from docs.site.edition_names import edition_name
from docs.site.editions import date_of
from docs.site.history import CHANGES, ClauseStage, EditionStep, stages, step_into
from docs.site.language import Language
from docs.site.opendata.write import difference_of
from docs.site.pages.citation import clause_heading
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from docs.site.sums import payment
from docs.site.words import words

Json = Mapping[str, Any]

_BESIDE = ("head", "letter", "chapter", "closing", "footnote")


@dataclass(frozen=True)
class ChangedClause:
    """A clause, or clauses that were merged or split, with what changed."""

    key: str
    fate: str
    old: list[Clause]
    new: list[Clause]
    difference: Difference
    awards: list[ChangeRow]
    """Awards that came or went with a new or dropped clause, with their sums."""


@dataclass(frozen=True)
class HistoryEntry:
    """A stage of a clause as its history shows it."""

    stage: ClauseStage
    fates: list[str]
    """What became of it, in words, with where it came from."""
    difference: Difference | None
    """What changed; None if nothing did, or if a later page says it."""


class Shown:
    """The step into one edition, for all pages of one language."""

    def __init__(self, step: EditionStep, language: Language) -> None:
        self.step = step
        self.language = language
        self.words = words(language)
        self.said = catalogue(language.code)["revision"]
        self.differences = Differences(dict(step.report), [step.old, step.new], language)

    @cached_property
    def clauses(self) -> list[ChangedClause]:
        """The clauses with something to show, in the order of the new edition."""
        found: dict[str, ChangedClause] = {}
        for entry in self.step.report["clauses"]:
            group = self._group(entry)
            difference = self.differences.of_clauses(*group)
            if not (difference.rows or difference.wording or difference.redline):
                continue
            old = [one for one in self.step.old.clauses if one.number in group[0]]
            new = [one for one in self.step.new.clauses if one.number in group[1]]
            key = (new or old)[0].key
            awards = self._awards(old, new)
            found.setdefault(key, ChangedClause(key, entry["fate"], old, new, difference, awards))
        return list(found.values())

    def _group(self, entry: Json) -> tuple[set[int], set[int]]:
        """Return the numbers of all clauses that were merged or split together."""
        if entry["fate"] not in ("merged", "split"):
            sides = ({entry[side]} - {None} for side in ("old", "new"))
            return next(sides), next(sides)
        side = "new" if entry["fate"] == "merged" else "old"
        beside = [
            one
            for one in self.step.report["clauses"]
            if one["fate"] == entry["fate"] and one[side] == entry[side]
        ]
        return {one["old"] for one in beside}, {one["new"] for one in beside}

    def _awards(self, old: list[Clause], new: list[Clause]) -> list[ChangeRow]:
        if old and new:
            return []
        what = self.said["kinds"]["text-added" if new else "text-dropped"]
        rows = []
        for award in (award for clause in (*old, *new) for award in clause.awards):
            pays = payment(award, self.language)
            rate = (
                [pays.rate] * bool(pays.rate) if pays.ceiling and pays.most is pays.ceiling else []
            )
            shown = Side(self.language.comma.join([*rate, pays.short]))
            sides = (None, shown) if new else (shown, None)
            rows.append(ChangeRow(what, self.language.of(award.name), *sides))
        return rows

    @cached_property
    def beside(self) -> list[tuple[str, str, Difference]]:
        """What changed outside the clauses: key, name and difference of each part."""
        found = [(key, self.said["parts"][key], self.differences.beside(key)) for key in _BESIDE]
        return [one for one in found if one[2].rows or one[2].redline]

    def fate(self, entry: Json) -> str:
        """Return what became of a clause, in words."""
        if entry["fate"] == "same" and entry["old"] != entry["new"]:
            return str(self.said["renumbered"])
        return str(self.said["fates"][entry["fate"]])


def changes_page(render: Renderer) -> Page | None:
    """Return the page of what changed in an edition; None for one that follows no other."""
    step = step_into(render.editions, render.policy)
    if step is None:
        return None
    w, shown = render.words, shown_step(step, render.language)
    names = [edition_name(policy.edition, render.language) for policy in (step.old, step.new)]
    olds, news = (
        {clause.number: clause for clause in policy.clauses} for policy in (step.old, step.new)
    )
    return render.page(
        "changes.html",
        f"{render.root}{CHANGES}",
        w["changes_title"].format(old=date_of(step.old), new=date_of(step.new)),
        nav=w["changes"],
        description=w["changes_lead"].format(old=names[0], new=names[1]),
        step=step,
        shown=shown,
        names=names,
        keys={changed.key for changed in shown.clauses},
        entries=[
            (entry, shown.fate(entry), olds.get(entry["old"]), news.get(entry["new"]))
            for entry in step.report["clauses"]
        ],
        clause_url=clause_url,
        heading=lambda clause: clause_heading(clause, render.language),
        published=difference_of(step.new),
    )


def shown_step(step: EditionStep, language: Language) -> Shown:
    """Return a step for the pages of one language, made once for all of them."""
    if language.code not in step.shown:
        step.shown[language.code] = Shown(step, language)
    found: Shown = step.shown[language.code]
    return found


def clause_url(policy: PolicyDocument, clause: Clause) -> str:
    """Return the address of a clause in an edition, below the folder of a language."""
    return f"{date_of(policy)}/{clause.number:02d}/"


def history_of(render: Renderer, clause: Clause) -> list[HistoryEntry]:
    """Return the history of a clause, the latest edition first; empty with one edition.

    Changes up to the edition of the page are shown in full; later ones are on their own pages.
    """
    if not render.editions.several:
        return []
    own = date_of(render.policy)
    found = []
    for stage in stages(render.editions, render.policy, clause):
        step, shown = stage.step, shown_step(stage.step, render.language) if stage.step else None
        difference = None
        if shown and step and stage.clause and date_of(stage.policy) <= own and stage.entries:
            changed = _changed(shown, stage.clause)
            difference = changed.difference if changed else None
        fates = list(_fates(shown, stage)) if shown and stage.entries else []
        found.append(HistoryEntry(stage, fates, difference))
    return found[::-1]


def _changed(shown: Shown, clause: Clause) -> ChangedClause | None:
    """Return what changed in a clause of the new edition; a new clause is not a change."""
    found = (one for one in shown.clauses if any(clause is new for new in one.new) and one.old)
    return next(found, None)


def _fates(shown: Shown, stage: ClauseStage) -> Iterable[str]:
    """Say what became of a clause: its fate once, with the clauses that it came from."""
    w = shown.words
    for fate in dict.fromkeys(entry["fate"] for entry in stage.entries):
        entries = [entry for entry in stage.entries if entry["fate"] == fate]
        name = shown.fate(entries[0])
        if fate in ("merged", "split"):
            sources = [w["clause_n"] % entry["old"] for entry in entries]
            name = w["came_from"].format(fate=name, clauses=shown.language.listed(sources))
        yield name


def changes_data(render: Renderer, clause: Clause) -> dict[str, Any]:
    """Return for JSON-LD which clauses of the former edition this one changes; empty if none."""
    step = step_into(render.editions, render.policy)
    changed = _changed(shown_step(step, render.language), clause) if step else None
    if step is None or changed is None:
        return {}
    return {"legislationChanges": [_former(render, step, old) for old in changed.old]}


def _former(render: Renderer, step: EditionStep, clause: Clause) -> Json:
    former: dict[str, Any] = {
        "@type": "Legislation",
        "name": clause_heading(clause, render.language),
        "legislationIdentifier": f"{date_of(step.old)}/{clause.number:02d}",
        "legislationDateVersion": date_of(step.old),
    }
    if render.address:
        address = f"{render.address}{render.language.folder}{clause_url(step.old, clause)}"
        former |= {"@id": address, "url": address}
    return former
