"""Lets the readings follow the clauses, the awards and the figures that they speak of."""

import re
from typing import Any

from clauses.check.translation_whole import UNTRANSLATED
from clauses.model import Reading
from clauses.preparing.clause_references import mentioned, renumbered
from clauses.preparing.english import English
from clauses.preparing.new_edition import NewEdition, Written
from clauses.preparing.own_words import Substitution, own_texts
from clauses.preparing.pending import Note
from clauses.preparing.plan import texts_of
from clauses.preparing.term import NewTerm
from clauses.preparing.translation import RevisedPassage
from clauses.preparing.words import both, day_in, words
from clauses.preparing.yaml_edit import YamlEdit
from clauses.term_words import Dates

_NAME = "readings.yml"
_CITED = re.compile("“([^”]+)”")
_LISTS = ("awards", "also", "limit_awards")


class ReadingsWriter:
    """Writes `readings.yml`."""

    def __init__(self, new: NewEdition) -> None:
        plan = new.plan
        self.edit = YamlEdit(new.read(_NAME))
        self.former, self.readings = new.former.edition.validity, new.former.readings.readings
        self.plan, self.gone, self.translator = plan, set(new.gone), new.translator
        self.notes: list[Note] = []
        self.old = "\n".join(p.zh for clause in plan.old.values() for p in clause.paragraphs)
        self.new = "\n".join(made.zh for _, _, made in texts_of(plan.clauses))
        self.changed = {
            made.origin[0]: made
            for _, _, made in texts_of(plan.clauses)
            if made.origin and made.passage and made.passage.old != made.passage.new
        }

    def write(self, term: NewTerm | None, span: Dates) -> Written:
        """Return the file of the new edition, whose term has the days of `span`."""
        dropped, former = set(self.plan.dropped), self.former
        keep = []
        for n, reading in enumerate(self.readings):
            if reading.clauses and set(reading.clauses) <= dropped:
                continue
            keep.append(n)
            self._clauses(n, reading)
            self._effects(n, reading)
            changed = term and (term.zh != former.words.zh or span != (former.from_, former.to))
            if term and changed and reading.id == former.reading:
                self._term(n, reading, term, span)
            else:
                self._texts(n, reading, dropped)
        self.edit.keep(("readings",), keep)
        return Written({_NAME: self.edit.written()}, self.notes)

    def _note(self, reading: Reading, kind: Any, old: str = "", new: str = "") -> None:
        self.notes.append(Note(_NAME, f"readings[{reading.id}]", kind, old, new))

    def _clauses(self, n: int, reading: Reading) -> None:
        numbers = self.plan.numbers
        moved = list(dict.fromkeys(numbers[c] for c in reading.clauses if c in numbers))
        if moved != reading.clauses:
            self.edit.replace(("readings", n, "clauses"), moved)

    def _effects(self, n: int, reading: Reading) -> None:
        """Take awards that are gone out of what other options change."""
        keep = []
        for e, effect in enumerate(reading.computed):
            at = ("readings", n, "computed", e)
            emptied = False
            for key in _LISTS:
                named = getattr(effect, key)
                left = [id_ for id_ in named if id_ not in self.gone]
                if left != named:
                    emptied = emptied or not left
                    self.edit.replace((*at, key), left)
            together = [[i for i in line if i not in self.gone] for line in effect.together]
            if together != effect.together:
                self.edit.replace((*at, "together"), [line for line in together if len(line) > 1])
            if not emptied and effect.base_of not in self.gone:
                keep.append(e)
            elif not emptied:
                emptied = True
            if emptied:
                self._note(reading, "stale", reading.options[effect.option - 1].zh)
        self.edit.keep(("readings", n, "computed"), keep)

    def _texts(self, n: int, reading: Reading, dropped: set[int]) -> None:
        inside = self._substitution(reading)
        for path, text in own_texts(reading):
            at = ("readings", n, *path)
            if any(not self.edit.has((*at, language)) for language in ("zh", "en")):
                continue
            zh, english = (renumbered(t, self.plan.numbers) for t in (text.zh, text.en))
            if mentioned(text.zh) & dropped:
                self._note(reading, "stale", text.zh)
            cited, english = self._cited(zh), self._cited(english)
            made = inside.applied(cited, outside=_CITED) if inside else cited
            if made != zh:
                edits = self.translator.edits(RevisedPassage(zh, english, made))
                english = English(english, edits).whole if edits is not None else english
                self._note(reading, "proposed" if edits is not None else "stale", zh, made)
            if made == cited != zh and inside and inside.doubtful(_CITED.sub("", zh)):
                self._note(reading, "stale", zh)
            if gone := [w for w in _CITED.findall(made) if w in self.old and w not in self.new]:
                self._note(reading, "stale", "；".join(gone))
            self.edit.replace_each(at, {"zh": made, "en": english})

    def _substitution(self, reading: Reading) -> Substitution | None:
        """Return the figures that changed in the clauses that a reading concerns."""
        versions = [
            made.passage.diff
            for _, _, made in texts_of(self.plan.clauses)
            if made.origin and made.origin[0] in reading.clauses and made.passage
        ]
        if all(one.old == one.new for one in versions):
            return None
        return Substitution.of_all(versions)

    def _cited(self, text: str) -> str:
        """Write the words that a text cites as the new text has them."""

        def now(match: re.Match[str]) -> str:
            cited = match[1]
            if cited in self.new or cited not in self.old:
                return match[0]
            for made in self.changed.values():
                if made.passage and cited in made.passage.old:
                    return f"“{made.passage.diff.words(cited) or cited}”"
            return match[0]

        return _CITED.sub(now, text)

    def _term(self, n: int, reading: Reading, term: NewTerm, span: Dates) -> None:
        """Rewrite the reading of the term; another first day is no longer computed."""
        said = words()["term"]["reading"]
        first, last = span
        span_zh, span_en = f"{day_in('zh', first)}起", f"from {day_in('en', first)}"
        if last is not None:
            span_zh = f"{day_in('zh', first)}至{day_in('zh', last)}"
            span_en = f"{day_in('en', first)} to {day_in('en', last)}"
        options = [
            both(said["first"], span_zh=span_zh, span_en=span_en),
            said["issue"],
            said["application"],
        ][: len(reading.options)]
        at = ("readings", n)
        self.edit.replace((*at, "recommended"), 1)
        point_said = both(said["point"], words=term.zh, words_en=term.en or UNTRANSLATED)
        self.edit.replace_each((*at, "point"), point_said)
        for i, option in enumerate(options):
            self.edit.replace_each((*at, "options", i), option)
        for key in ("reason", "show"):
            self.edit.replace_each((*at, key), said[key])
        self._term_effects(n, reading, span)
        point = reading.point.zh if term.zh not in reading.point.zh else reading.options[0].zh
        self._note(reading, "proposed", point, f"{term.zh}（{span_zh}）")

    def _term_effects(self, n: int, reading: Reading, span: Dates) -> None:
        keep = []
        first, last = span
        for e, effect in enumerate(reading.computed):
            if effect.accounts is None or last is None:
                continue
            keep.append(e)
            at = ("readings", n, "computed", e)
            years = first.year - 1, last.year - 1
            self.edit.replace_plain((*at, "accounts", "from"), f"{years[0]}-01-01")
            self.edit.replace_plain((*at, "accounts", "to"), f"{years[1]}-12-31")
            said = both(
                words()["term"]["reading"]["accounts"], first_year=years[0], last_year=years[1]
            )
            self.edit.replace_each((*at, "assumes"), said)
        self.edit.keep(("readings", n, "computed"), keep)
