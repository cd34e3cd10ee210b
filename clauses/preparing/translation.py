"""Proposes a translation for a changed passage, and proves it with the comparison of the check."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from clauses.check.terms import GlossaryTerms
from clauses.check.translation import findings
from clauses.check.translation_pairs import Finding, TranslationPair
from clauses.preparing import english as en
from clauses.preparing.department_marks import Name, proved_as
from clauses.preparing.english import Edit, English
from clauses.preparing.paragraph_parts import Ended, ended, names_of
from clauses.preparing.passage_diff import PassageDiff
from clauses.preparing.words import words
from clauses.revision.bounds import said_alike


@dataclass(frozen=True)
class RevisedPassage:
    """The old and the new Chinese of a passage, and the old English."""

    old: str
    old_en: str
    new: str

    @cached_property
    def diff(self) -> PassageDiff:
        """The two versions in Chinese side by side."""
        return PassageDiff(self.old, self.new)


class Translator:
    """Knows the terms of the glossary, and the departments in both languages."""

    def __init__(
        self,
        terms: GlossaryTerms | None,
        departments: Mapping[str, str],
        names: Sequence[Name] = (),
    ) -> None:
        """`names` are those of departments that the former edition does not have."""
        self.terms = terms
        self.departments = {**departments, **{one.zh: one.en for one in names}}
        self.renamed = [one for one in names if one.former]

    def edits(self, passage: RevisedPassage) -> list[Edit] | None:
        """Return the edits that make the old English the new one.

        None where more changed than figures, levels, ceilings, departments and the mark, or where
        the check finds a difference that the old passage did not have. Figures that are only
        written otherwise leave the English as it is.
        """
        held, names = self._renamed(passage)
        if names is None:
            return None
        if said_alike(held, passage.new):
            return names
        old, new = ended(held), ended(passage.new)
        body = PassageDiff(_evened(old.body), _evened(new.body))
        steps = (
            names,
            en.strength_edits(body, passage.old_en),
            en.figure_edits(body, passage.old_en),
            self.ending_edits(old, new, passage.old_en),
        )
        edits: list[Edit] = []
        for step in steps:
            if step is None:
                return None
            edits += step
        made = English(passage.old_en, edits).whole
        return edits if self.holds(passage, made) else None

    def _renamed(self, passage: RevisedPassage) -> tuple[str, list[Edit] | None]:
        """Return the old Chinese with the new names of renamed departments, and their edits.

        None where the two languages do not have a name equally often.
        """
        held, edits = passage.old, list[Edit]()
        for one in self.renamed:
            count = held.count(one.former)
            if not count or one.former in passage.new:
                continue
            places = [
                match.start() for match in re.finditer(re.escape(one.former_en), passage.old_en)
            ]
            if len(places) != count:
                return held, None
            held = held.replace(one.former, one.zh)
            edits += [Edit(at, at + len(one.former_en), one.en) for at in places]
        return held, edits

    def ending_edits(self, old: Ended, new: Ended, english: str) -> list[Edit] | None:
        """Return the edits of the departments and the mark; None if one cannot be proposed."""
        edits = self._departments(old, new, english)
        marked = [] if bool(old.mark) == bool(new.mark) else en.mark_edit(english, new.mark)
        return None if edits is None or marked is None else edits + marked

    def holds(self, passage: RevisedPassage, made: str) -> bool:
        """Whether the check finds nothing in the new pair that it did not find in the old one."""
        before = {(f.code, f.check) for f in self._found(passage.old, passage.old_en)}
        after = self._found(passage.new, proved_as(made))
        return all((f.code, f.check) in before for f in after)

    def _found(self, zh: str, english: str) -> Iterator[Finding]:
        return findings(TranslationPair(zh, english), self.terms)

    def _departments(self, old: Ended, new: Ended, english: str) -> list[Edit] | None:
        before, after = names_of(old.departments), names_of(new.departments)
        if before == after:
            return []
        names = [self.departments.get(name, "") for name in after]
        return en.departments_edit(english, names, had=bool(before)) if all(names) else None


@cache
def _same_english() -> tuple[re.Pattern[str], dict[str, str]]:
    said = words()["same_english"]
    table = {word: group[-1] for group in said["groups"] for word in group}
    table |= dict.fromkeys(said["empty"], "")
    longest = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), table


def _evened(text: str) -> str:
    """Even out words whose English is the same, for comparison only: 予以 for 给予, without 的."""
    pattern, table = _same_english()
    return pattern.sub(lambda match: table[match[0]], text)
