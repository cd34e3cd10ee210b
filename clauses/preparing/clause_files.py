"""Writes the clause files of the new edition from those of the former one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from clauses.check.translation_whole import UNTRANSLATED
from clauses.key_path import KeyPath
from clauses.model.clause import QUOTING
from clauses.preparing.english import English
from clauses.preparing.entries import EntryPlan
from clauses.preparing.new_edition import NewEdition, Written
from clauses.preparing.paragraph_parts import ended, names_of
from clauses.preparing.passage_diff import TextUnit
from clauses.preparing.pending import Note
from clauses.preparing.plan import ClausePlan, ParagraphPlan
from clauses.preparing.translation import RevisedPassage
from clauses.preparing.yaml_edit import YamlEdit, block_text, flow_text
from clauses.revision.bounds import said_alike

_STOP = re.compile("[，。；：]")
_BESIDE = 6
"""The characters shown on both sides of words that changed."""


def clause_name(number: int) -> str:
    """Return the name of a clause’s file."""
    return f"{number:02d}.yml"


class ClauseWriter:
    """Writes one clause file after the other."""

    def __init__(self, new: NewEdition) -> None:
        self.new, self.plan, self.entries = new, new.plan, new.entries
        self.codes, self.translator = new.codes, new.translator
        self.out = Written()
        self._texts: dict[int, str] = {}

    def write(self) -> Written:
        """Write every clause."""
        for plan in self.plan.clauses:
            name = clause_name(plan.number)
            made = self._continued(plan) if plan.base is not None else self._new(plan)
            self.out.files[name] = made
        return self.out

    def _text(self, number: int) -> str:
        if number not in self._texts:
            self._texts[number] = self.new.read(clause_name(number))
        return self._texts[number]

    def _placed(self, plan: ClausePlan) -> list[EntryPlan]:
        """Return the entries that a new clause has, in the order of the old text."""
        return [entry for entry in self.entries if entry.to == plan.number]

    def _note(self, plan: ClausePlan, key: str, kind: Any, old: str = "", new: str = "") -> None:
        self.out.notes.append(Note(clause_name(plan.number), key, kind, old, new))

    def _continued(self, plan: ClausePlan) -> str | bytes:
        base = plan.base
        assert base is not None
        old = self.plan.old[base]
        mine = [e for e in self.entries if e.old_clause == base]
        here = self._placed(plan)
        paragraphs = [(p.origin, p.state, p.zh) for p in plan.paragraphs]
        as_before = [((base, n), "same", p.zh) for n, p in enumerate(old.paragraphs, 1)]
        untouched = all(e.to == base and not e.changes and e.state == "same" for e in mine)
        same = plan.number == base and paragraphs == as_before and untouched and here == mine
        if same:
            return (self.new.folder / clause_name(base)).read_bytes()
        edit = YamlEdit(self._text(base))
        edit.replace(("number",), plan.number)
        self._origin(plan, edit)
        self._title(plan, edit)
        self._paragraphs(plan, edit)
        comes: list[EntryPlan] = []
        for kind in QUOTING:
            listed = [e for e in mine if e.kind == kind]
            stays = [e for e in listed if e.to == plan.number]
            comes += [e for e in here if e.kind == kind and e.old_clause != base]
            for entry in stays:
                self._entry(plan, edit, (kind, entry.index), entry)
            edit.keep((kind,), [e.index for e in stays])
        return self._with_more(edit.written(), comes, plan)

    def _entry(self, plan: ClausePlan, edit: YamlEdit, at: KeyPath, entry: EntryPlan) -> None:
        """Make the changes of an entry, and list it."""
        edit.replace((*at, "paragraph"), entry.paragraph)
        for change in entry.changes:
            edit.set((*at, *change.path), change.value)
        if entry.state != "same":
            told = [c for c in entry.changes if c.path[-1] != "en" and c.path[0] != "quote"]
            told = told or [c for c in entry.changes if c.path[-1] == "zh"]
            told = [c for c in told if not (c.sure and said_alike(c.old, _shown(c.value)))] or told
            index = len([e for e in self._placed(plan) if e.kind == entry.kind
                         and _before(e, entry, plan)])  # fmt: skip
            key = f"{entry.kind}[{entry.id or index}]"
            old = "；".join(dict.fromkeys(c.old for c in told))
            new = "；".join(dict.fromkeys(_shown(c.value) for c in told))
            self._note(plan, key, entry.state, old, new)

    def _origin(self, plan: ClausePlan, edit: YamlEdit) -> None:
        """Name the clauses that went into this one; what they had taken in came with them."""
        others = [self.plan.old[n] for n in plan.sources if n != plan.base]
        own = self.plan.old[plan.base].from_ if plan.base is not None else []
        keys = [*own, *(key for one in others for key in (one.key, *one.from_))]
        if plan.joining == "merged" and keys != own:
            named = list(dict.fromkeys(keys))
            if own:
                edit.replace(("from",), named)
            else:
                edit.insert_after(("key",), f"from: {flow_text(named)}\n")

    def _title(self, plan: ClausePlan, edit: YamlEdit) -> None:
        old = edit.value(("title", "zh"))
        first = plan.paragraphs[0]
        if old in first.zh:
            return
        passage = RevisedPassage(old, edit.value(("title", "en")), _title_of(first))
        edits = self.translator.edits(passage)
        edit.replace(("title", "zh"), passage.new)
        if edits:
            edit.replace(("title", "en"), English(passage.old_en, edits).whole)
        self._note(plan, "title", "stale" if edits is None else "proposed", old, passage.new)

    def _paragraphs(self, plan: ClausePlan, edit: YamlEdit) -> None:
        base = plan.base
        places = [p.origin[1] - 1 if p.origin and p.origin[0] == base else None
                  for p in plan.paragraphs]  # fmt: skip
        rising = [p for p in places if p is not None]
        count = len(edit.value(("paragraphs",)))
        if None in places or rising != sorted(rising) or len(rising) < count:
            self._rewritten_paragraphs(plan, edit)
            return
        for n, paragraph in enumerate(plan.paragraphs):
            at = ("paragraphs", n)
            for key, value in self._paragraph(paragraph, edit.value(at)).items():
                edit.set((*at, key), value)
            self._note_paragraph(plan, n, paragraph)

    def _rewritten_paragraphs(self, plan: ClausePlan, edit: YamlEdit) -> None:
        """Rewrite the list of paragraphs, where one was added, dropped or moved."""
        made = []
        for n, paragraph in enumerate(plan.paragraphs):
            held: dict[str, Any] = {}
            if paragraph.origin:
                number, place = paragraph.origin
                data = YamlEdit(self._text(number)).value(("paragraphs", place - 1))
                held = dict(data)
            made.append({**held, **self._paragraph(paragraph, held)})
            self._note_paragraph(plan, n, paragraph)
        edit.rewrite(("paragraphs",), [_ordered(one) for one in made])

    def _paragraph(self, paragraph: ParagraphPlan, held: Mapping[str, Any]) -> dict[str, Any]:
        """Return the keys of a paragraph that differ from those that it had."""
        end = ended(paragraph.zh)
        names = names_of(end.departments)
        values: dict[str, Any] = {
            "zh": paragraph.zh,
            "en": paragraph.en,
            "departments": [self.codes[name] for name in names],
        }
        if end.mark == "（补充核心政策条款）":
            values["status"] = "pending"
        elif "status" in held:
            values["status"] = None
        return {key: value for key, value in values.items() if held.get(key) != value}

    def _note_paragraph(self, plan: ClausePlan, n: int, paragraph: ParagraphPlan) -> None:
        if paragraph.state == "same":
            return
        old, new = "", paragraph.zh[:60]
        if paragraph.passage:
            passage = paragraph.passage
            changes = [*passage.diff.replaced, *passage.diff.rest]
            old = _with_neighbours(passage.old, [one.old for one in changes])
            new = _with_neighbours(passage.new, [one.new for one in changes])
            if said_alike(passage.old, passage.new):  # the parts themselves show that
                was, now = (_STOP.split(words) for words in (passage.old, passage.new))
                old = "；".join(words for words in was if words not in now)
                new = "；".join(words for words in now if words not in was)
        self._note(plan, f"paragraphs[{n}]", paragraph.state, old, new)

    def _new(self, plan: ClausePlan) -> str:
        """Write a file for a clause that is new, or was split off."""
        title = _title_of(plan.paragraphs[0])
        came = [self.plan.old[number].key for number in plan.sources]
        paragraphs = []
        for n, paragraph in enumerate(plan.paragraphs):
            paragraphs.append(_ordered(self._paragraph(paragraph, {})))
            self._note_paragraph(plan, n, paragraph)
        text = "".join(
            block_text(
                {
                    "number": plan.number,
                    "key": f"new-{plan.number}",
                    **({"from": came} if came else {}),
                    "title": {"zh": title, "en": UNTRANSLATED},
                }
            )
        )
        text += "paragraphs:\n" + "".join(block_text(paragraphs, 2))
        self._note(plan, "key", "empty", "", f"new-{plan.number}")
        self._note(plan, "title", "empty", "", title)
        return self._with_more(text, self._placed(plan), plan)

    def _with_more(self, text: str, comes: Sequence[EntryPlan], plan: ClausePlan) -> str:
        """Put the entries that come from other clauses behind those of their kind."""
        for kind in QUOTING:
            lines = "".join(self._block(entry, plan) for entry in comes if entry.kind == kind)
            if not lines:
                continue
            edit = YamlEdit(text)
            if kind in edit.data:
                edit.insert_after((kind, len(edit.data[kind]) - 1), lines)
            else:
                before = [
                    k
                    for k in edit.data
                    if k not in QUOTING or QUOTING.index(k) < QUOTING.index(kind)
                ]
                edit.insert_after((before[-1],), f"{kind}:\n{lines}")
            text = edit.written()
        return text

    def _block(self, entry: EntryPlan, plan: ClausePlan) -> str:
        whole = YamlEdit(self._text(entry.old_clause))
        lines = whole.block((entry.kind, entry.index))
        edit = YamlEdit(f"{entry.kind}:\n" + "".join(f"  {line}\n" for line in lines.splitlines()))
        self._entry(plan, edit, (entry.kind, 0), entry)
        return edit.written().partition("\n")[2]


def _with_neighbours(text: str, changed: Iterable[TextUnit]) -> str:
    """Return each figure or level by itself, and other words with some before and after them.

    What overlaps is shown once.
    """
    spans: list[tuple[int, int]] = []
    for piece in sorted(changed, key=lambda one: one.start):
        beside = _BESIDE if piece.kind == "words" else 0
        start, end = max(0, piece.start - beside), piece.end + beside
        if spans and start < spans[-1][1]:
            start, last = spans.pop()
            end = max(end, last)
        spans.append((start, end))
    return "；".join(text[start:end] for start, end in spans)


def _before(one: EntryPlan, other: EntryPlan, plan: ClausePlan) -> bool:
    def order(entry: EntryPlan) -> tuple[bool, int, int]:
        return entry.old_clause != plan.base, entry.old_clause, entry.index

    return order(one) < order(other)


def _ordered(values: Mapping[str, Any]) -> dict[str, Any]:
    order = ("zh", "en", "departments", "status")
    return {key: values[key] for key in order if values.get(key) is not None}


def _title_of(paragraph: ParagraphPlan) -> str:
    return paragraph.bare.partition("。")[0][:60]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "、".join(map(str, value.values()))
    return str(value)
