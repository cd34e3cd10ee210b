"""Writes `policy.yml` of the new edition from that of the former one."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from clauses.check.oddities import cited
from clauses.check.translation_whole import UNTRANSLATED
from clauses.draft_names import draft_name
from clauses.key_path import KeyPath
from clauses.preparing.clause_references import follow_numbers
from clauses.preparing.department_marks import PLACE
from clauses.preparing.english import English
from clauses.preparing.new_edition import NewEdition, Written
from clauses.preparing.passage_diff import day_of
from clauses.preparing.pending import Kind, Note
from clauses.preparing.term import NewTerm
from clauses.preparing.translation import RevisedPassage
from clauses.preparing.words import both, day_in, words
from clauses.preparing.yaml_edit import YamlEdit, block_text
from clauses.revision.clause_number import bare_zh
from clauses.revision.likeness import alike
from clauses.term_words import Dates

_NAME = "policy.yml"
_ALIKE = 0.5


class EditionWriter:
    """Writes `policy.yml`."""

    def __init__(self, new: NewEdition) -> None:
        self.new, self.edit = new, YamlEdit(new.read(_NAME))
        self.former, self.text, self.translator = new.former.edition, new.text, new.translator
        self.notes: list[Note] = []

    def write(
        self, day: date, announced: date | None, term: NewTerm | None, span: Dates
    ) -> Written:
        """Return the file for the edition of `day`, whose term has the days of `span`."""
        edit, text = self.edit, self.text
        edit.replace(("edition",), day.isoformat())
        self._head(day, announced, term)
        self._passage(("title",), text.title)
        self._optional("subtitle", text.subtitle, "title")
        self._optional("annex", text.annex, "subtitle" if text.subtitle else "title")
        if text.preamble is not None:
            self._passage(("preamble",), text.preamble)
        self._chapters()
        self._departments()
        self._labelled("closing", _labels("附则-", text.closing), text.closing, term)
        self._labelled("footnotes", _labels("脚注", text.footnotes), text.footnotes)
        self._labelled("letter", text.letter_labels, text.letter)
        self._validity(term, span)
        self._status(day, *span)
        return self._with_oddities()

    def rearranged(self) -> Written:
        """Return the file of the same edition, whose clauses are arranged otherwise."""
        self._chapters()
        return self._with_oddities()

    def _note(self, key: str, kind: Kind, old: str = "", new: str = "") -> None:
        self.notes.append(Note(_NAME, key, kind, old, new))

    def _head(self, day: date, announced: date | None, term: NewTerm | None) -> None:
        """Write the keys at the head that the former edition may not have."""
        values: dict[str, Any] = {"follows": self.former.edition}
        if announced or (term and term.read.needs_publication):
            values["announced"] = announced or day
            if not announced:
                self._note("announced", "proposed", "", day.isoformat())
        if self.text.number:
            values["number"] = self.text.number
        lines = ""
        for key in ("follows", "announced", "number"):
            self.edit.delete((key,))
            if key in values:
                value = values[key]
                written = value.isoformat() if isinstance(value, date) else f'"{value}"'
                lines += f"{key}: {written}\n"
        self.edit.insert_after(("edition",), lines)

    def _passage(self, at: KeyPath, zh: str) -> None:
        old, english = self.edit.value((*at, "zh")), self.edit.value((*at, "en"))
        if old == zh:
            return
        key = ".".join(map(str, at))
        edits = self.translator.edits(RevisedPassage(old, english, zh))
        self.edit.replace((*at, "zh"), zh)
        if edits:
            self.edit.replace((*at, "en"), English(english, edits).whole)
        self._note(key, "stale" if edits is None else "proposed", old, zh)

    def _optional(self, key: str, zh: str | None, after: str) -> None:
        """Write a heading that not every text has."""
        if zh is None:
            self.edit.delete((key,))
        elif self.edit.has((key,)):
            self._passage((key,), zh)
        else:
            value = {key: {"zh": zh, "en": UNTRANSLATED}}
            self.edit.insert_after((after,), "".join(block_text(value)))
            self._note(key, "empty", "", zh)

    def _chapters(self) -> None:
        old = self.former.chapters
        if [one.title.zh for one in old] == [title for title, _ in self.text.chapters]:
            for n, (_, numbers) in enumerate(self.text.chapters):
                self.edit.replace(("chapters", n, "clauses"), numbers)
            return
        made = []
        left = list(range(len(old)))
        for n, (title, numbers) in enumerate(self.text.chapters, 1):
            base = max(
                left, key=lambda c: alike(_bare(old[c].title.zh), _bare(title)), default=None
            )
            known = base is not None and alike(_bare(old[base].title.zh), _bare(title)) >= _ALIKE
            if base is not None and known:
                left.remove(base)
                held = dict(self.edit.value(("chapters", base)))
                same = _bare(held["title"]["zh"]) == _bare(title)
                english = held["title"]["en"]
                english = f"{_roman(n)}. {english.partition('. ')[2]}"
                if not same:
                    self._note(f"chapters[{n - 1}]", "stale", held["title"]["zh"], title)
            else:
                held = {
                    "key": f"new-chapter-{n}",
                    "short": {"zh": _bare(title)[:6], "en": UNTRANSLATED},
                }
                english = UNTRANSLATED
                self._note(f"chapters[{n - 1}]", "empty", "", title)
            made.append({"number": n, "key": held["key"], "title": {"zh": title, "en": english},
                         "short": held["short"], "clauses": numbers})  # fmt: skip
        self._rewrite("chapters", made)

    def _departments(self) -> None:
        """Write the names of new and renamed departments; what nobody knows in English is asked."""
        last = list(self.former.departments)[-1]
        for name in self.new.names:
            at = ("departments", name.code)
            said = {"zh": name.zh, "en": name.en}
            if name.former:  # its full and its short name were those of the former one
                self.edit.replace_each(at, said)
                for key in ("full", "short"):
                    self.edit.delete((*at, key))
            else:
                margin = self.edit.margin(("departments", last))
                lines = "".join(block_text({name.code: said}, margin))
                self.edit.insert_after(("departments", last), lines)
            kind: Kind = "proposed" if name.known else "empty"
            self._note(f"{PLACE}{name.code}", kind, name.former, name.zh)

    def _labelled(
        self,
        key: str,
        labels: Sequence[str],
        texts: Sequence[str],
        term: NewTerm | None = None,
    ) -> None:
        """Write the paragraphs of the closing rules, the letter or the footnotes."""
        has = self.edit.has((key,))
        old: list[dict[str, str]] = self.edit.value((key,)) if has else []
        if [(one["label"], one["zh"]) for one in old] == list(zip(labels, texts, strict=True)):
            return
        left = list(range(len(old)))
        made, notes = [], []
        for n, (name, zh) in enumerate(zip(labels, texts, strict=True)):
            base = max(left, key=lambda c: alike(old[c]["zh"], zh), default=None)
            kind: Kind = "empty"
            known = self._known(zh)
            english, before = known, ""
            if base is not None and alike(old[base]["zh"], zh) >= _ALIKE:
                left.remove(base)
                before = old[base]["zh"]
                own = term if term is not None and term.label == name else None
                english, kind = self._continued(old[base], zh, own)
            if known is not None:
                english, kind = known, "proposed"
            if before != zh:
                notes.append((n, kind, before, zh))
            made.append({"label": name, "zh": zh, "en": english or UNTRANSLATED})
        if not made:
            self.edit.delete((key,))
            return
        for n, kind, before, zh in notes:
            self._note(f"{key}[{n}]", kind, before, zh[:80])
        if len(made) == len(old):
            for n, one in enumerate(made):
                self.edit.replace_each((key, n), one)
        else:
            self._rewrite(key, made)

    def _continued(self, old: Mapping[str, str], zh: str, term: NewTerm | None) -> tuple[str, Kind]:
        if old["zh"] == zh:
            return old["en"], "proposed"
        passage = RevisedPassage(old["zh"], old["en"], zh)
        edits = self.translator.edits(passage)
        if edits is not None:
            return English(old["en"], edits).whole, "proposed"
        made = self._with_term(old, zh, term)
        if made is not None:
            return made, "proposed"
        return old["en"], "stale"

    def _with_term(self, old: Mapping[str, str], zh: str, term: NewTerm | None) -> str | None:
        """Put the new term into the English, where the rest of the paragraph stayed."""
        former = self.former.validity.words
        if term is None or term.en is None or former.en not in old["en"]:
            return None
        if old["zh"].replace(former.zh, "") != zh.replace(term.zh, ""):
            return None
        made = old["en"].replace(former.en, term.en)
        return (
            made if self.translator.holds(RevisedPassage(old["zh"], old["en"], zh), made) else None
        )

    def _known(self, zh: str) -> str | None:
        """Return the English of words that the former edition or any notice has, or of a day."""
        for part in (*self.former.letter, *self.former.closing):
            if part.zh == zh:
                return part.en
        title = self.former.title
        for line in words()["notice"]:
            if line["zh"].format(title=title.zh) == zh and self.text.title == title.zh:
                return str(line["en"].format(title=title.en))
        day = day_of(zh)
        return day_in("en", day) if day else None

    def _validity(self, term: NewTerm | None, span: Dates) -> None:
        former = self.former.validity
        if term is None:
            self._note("validity", "stale", former.words.zh, "")
            return
        changed = term.zh != former.words.zh
        self.edit.replace(("validity", "words", "zh"), term.zh)
        if term.en:
            self.edit.replace(("validity", "words", "en"), term.en)
        before = (former.from_, former.to)
        for key, was, now in zip(("from", "to"), before, span, strict=True):
            if was != now:
                written = now.isoformat() if now else "null"
                self.edit.replace_plain(("validity", key), written)
        if changed or span != before:
            old, new = (
                f"{words}（{days[0].isoformat()} – {days[1].isoformat() if days[1] else ''}）"
                for words, days in ((former.words.zh, before), (term.zh, span))
            )
            # a first day that the words do not name is still that of the former text
            known = (term.en and term.read.begin) or not changed
            self._note("validity", "proposed" if known else "stale", old, new)

    def _status(self, day: date, first: date, last: date | None) -> None:
        """Begin with the words for the kind of text that it is."""
        edit, said = self.edit, words()["status"]
        draft = draft_name([self.text.title, self.text.subtitle or ""])
        state = "issued" if draft is None else "draft"
        former = date.fromisoformat(self.former.edition)
        number = self.text.number
        values = {
            "number_zh": f"（{number}）" if number else "",
            "number_en": f" ({number})" if number else "",
        }
        for name, one in (("day", day), ("former", former), ("from", first), ("to", last)):
            values |= {f"{name}_zh": day_in("zh", one) if one else ""}
            values |= {f"{name}_en": day_in("en", one) if one else ""}
        term = both(said["term"]["ends" if last else "open"], **values)
        values |= {"term_zh": term["zh"], "term_en": term["en"]}
        if draft is not None:
            values |= {"draft_zh": draft.zh, "draft_en": draft.en}
            values["Draft_en"] = draft.en[0].upper() + draft.en[1:]
        edit.replace(("status", "state"), state)
        edit.delete(("status", "final"))  # what came of the former draft is not said of this text
        short = both(said["short"][state], **values)
        for key, texts in (("short", short), ("long", both(said["long"][state], **values))):
            edit.replace_each(("status", key), texts)
        for language, this in said["this"].items():  # what was said of the former text stays so
            that = said["that"][language].format(**values)
            for n, _ in enumerate(edit.value(("status", "history"))):
                at = ("status", "history", n, "what", language)
                told = edit.value(at)
                if (now := re.sub(this, that, told)) != told:
                    edit.replace(at, now[0].upper() + now[1:])
        event = {"date": day.isoformat(), "what": both(said["event"], **values)}
        edit.append(("status", "history"), [event])
        self._note("status", "proposed", self.former.status.short.zh, short["zh"])

    def _with_oddities(self) -> Written:
        """Let the oddities follow their clauses; those whose words are gone are for the clerk."""
        plan = self.new.plan
        before = "\n".join(self.new.passages_before.values())
        text = "\n".join(self.new.passages.values())
        letter = set() if self.text.letter else {one.label for one in self.former.letter}
        keep: list[int] = []
        for n, oddity in enumerate(self.former.oddities):
            if oddity.clauses and set(oddity.clauses) <= set(plan.dropped):
                continue
            if oddity.where.zh in letter:  # it goes with the letter
                continue
            keep.append(n)
            moved = [plan.numbers[c] for c in oddity.clauses if c in plan.numbers]
            if moved != oddity.clauses:
                self.edit.replace(("oddities", n, "clauses"), moved)
            for key in ("where", "remark"):
                for at in (("oddities", n, key, language) for language in ("zh", "en")):
                    if follow_numbers(self.edit, at, plan):
                        self._note(f"oddities[{len(keep) - 1}]", "stale", self.edit.value(at))
            gone = [part for part in cited(oddity.text) if part not in text and part in before]
            if gone:
                self._note(f"oddities[{len(keep) - 1}]", "stale", "；".join(gone), "")
        self.edit.keep(("oddities",), keep)
        return Written({_NAME: self.edit.written()}, self.notes)

    def _rewrite(self, key: str, items: Sequence[Mapping[str, Any]]) -> None:
        if self.edit.has((key,)):
            self.edit.rewrite((key,), items)
        else:
            lines = "".join(block_text(list(items), 2))
            self.edit.insert_after(("closing",), f"{key}:\n{lines}")


def _labels(begin: str, texts: Sequence[str]) -> list[str]:
    return [f"{begin}{n}" for n in range(1, len(texts) + 1)]


def _bare(title: str) -> str:
    return bare_zh(title).split("、", 1)[-1]


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
