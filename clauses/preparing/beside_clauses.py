"""Writes what is beside the clauses: excused figures, differences from the print, topics."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from clauses.model.proof import UnclaimedFigure
from clauses.preparing.clause_references import follow_numbers
from clauses.preparing.new_edition import NewEdition, Written
from clauses.preparing.passage_diff import PassageDiff
from clauses.preparing.pending import Note
from clauses.preparing.plan import Plan, texts_of
from clauses.preparing.received import LEFT_OUT, Received
from clauses.preparing.words import words
from clauses.preparing.yaml_edit import YamlEdit, block_text, flow_text
from clauses.proof.coverage import spans_within
from clauses.revision.likeness import alike

_DIFFERENCES = """\
# Every difference between source.txt and the clause files; `build.py check` allows no other.
# A place is clause.paragraph or the label of a passage, with how often the difference occurs there.
"""
_ALIKE = 0.5
_WORD = 4
"""So many characters are words of a matter."""


def normalisations(new: Received) -> str:
    """Rewrite `normalisations.yml`: every difference of the print, counted."""
    said = words()
    listed: dict[str, dict[str, int]] = {}
    for (kind, label), count in new.counts.items():
        listed.setdefault(kind, {})[label] = count
    lines = [_DIFFERENCES, "normalisations:" + ("\n" if listed else " []\n")]
    for kind in sorted(listed, key=list(said["normalisations"]).index):
        meaning = said["normalisations"][kind]
        lines.append(f"  - kind: {kind}\n    meaning:\n")
        lines += [f"      {language}: {meaning[language]}\n" for language in ("zh", "en")]
        lines.append(f"    places:\n      {flow_text(listed[kind])}\n")
    if new.moved:
        items = [{"passage": label, "after": after, "meaning": said["moved"]}
                 for label, after in new.moved]  # fmt: skip
        lines += ["moved:\n", *block_text(items, 2)]
    if new.left_out:
        items = [{"words": LEFT_OUT, "after": after, "meaning": said["left_out"]}
                 for after in new.left_out]  # fmt: skip
        lines += ["left_out:\n", *block_text(items, 2)]
    return "".join(lines)


class Excuses:
    """Lets the excused figures follow the text in which they are."""

    def __init__(self, new: NewEdition) -> None:
        self.new, self.plan = new, new.plan
        self.former, self.texts = new.passages_before, new.passages

    def write(self) -> Written:
        """Return `unclaimed.yml` of the new edition."""
        edit, unclaimed = YamlEdit(self.new.read("unclaimed.yml")), self.new.former.unclaimed
        keep, notes = list[int](), list[Note]()
        for n, entry in enumerate(unclaimed.figures):
            moved = self._moved(entry)
            if moved is None:
                continue
            keep.append(n)
            edit.replace_each(("figures", n), moved)
            for at in (("figures", n, "reason", language) for language in ("zh", "en")):
                if follow_numbers(edit, at, self.plan):
                    place = f"figures[{len(keep) - 1}]"
                    notes.append(Note("unclaimed.yml", place, "stale", edit.value(at)))
        edit.keep(("figures",), keep)
        whole = "\n".join(self.texts.values())
        names = [n for n, name in enumerate(unclaimed.names) if name.words in whole]
        edit.keep(("names",), names)
        return Written({"unclaimed.yml": edit.written()}, notes)

    def _moved(self, entry: UnclaimedFigure) -> dict[str, str] | None:
        """Return the new place and words of an excused figure; None where it is gone."""
        old = self.former.get(entry.place)
        if old is None:
            return None
        for place in self._successors(entry.place, old):
            new = self.texts[place]
            around = PassageDiff(old, new).words(entry.around)
            around = entry.around if around is None and entry.around in new else around
            if around is None or new.count(around) != 1:
                continue
            figure = _figure_in(new, around, entry.figure)
            if figure is not None:
                return {"figure": figure, "place": place, "around": around}
        return None

    def _successors(self, place: str, old: str) -> list[str]:
        """Return the new passages that continue an old one, the surest first."""
        number, dot, paragraph = place.partition(".")
        if not dot:
            labels = [label for label in self.texts if "." not in label]
            likely = sorted(labels, key=lambda one: (one != place, -alike(self.texts[one], old)))
            return [one for one in likely if alike(self.texts[one], old) >= _ALIKE]
        origin = (int(number), int(paragraph))
        found = [f"{plan.number}.{n}" for plan, n, made in texts_of(self.plan.clauses)
                 if made.origin == origin]  # fmt: skip
        later = self.plan.successors(int(number))
        return found + [f"{plan.number}.{n}" for plan, n, _ in texts_of(later)]


def _figure_in(text: str, around: str, old: str) -> str | None:
    """Return the figure or level within words of a text: the old one, or the only one."""
    start = text.find(around)
    inside = [text[a:b] for a, b in spans_within(text, start, start + len(around))]
    if old in inside:
        return old
    return inside[0] if len(inside) == 1 else None


def topics(new: NewEdition) -> Written:
    """Return `topics.yml` without the awards that are gone."""
    said: dict[str, str] = {}
    for clause in new.former.clauses:
        said |= {one.id: f"{one.name.zh} {one.quote.zh}" for one in clause.awards}
        said |= {one.id: f"{one.name.zh} {one.quote.zh}" for one in clause.lines}
    gone, quotes = set(new.gone), _quotes(new)
    edit = YamlEdit(new.read("topics.yml"))
    notes: list[Note] = []
    for n, topic in enumerate(edit.data["topics"]):
        left = [id_ for id_ in topic["awards"] if id_ not in gone]
        if left != topic["awards"]:
            edit.replace(("topics", n, "awards"), left)
            lost = [said[id_] for id_ in topic["awards"] if id_ in gone]
            over = _spoken_of(topic, lost, [said[id_] for id_ in left])
            if over or not left:
                notes.append(Note("topics.yml", f"topics[{topic['key']}]", "stale", over))
    only = edit.data.get("only_for") or {}
    left_only = [id_ for id_ in only if id_ not in gone]
    for id_ in only:
        if id_ in gone and len(left_only):
            edit.delete(("only_for", id_))
        elif id_ in quotes and only[id_]["words"] not in quotes[id_]:
            notes.append(Note("topics.yml", f"only_for.{id_}", "stale", only[id_]["words"]))
    if only and not left_only:
        edit.replace(("only_for",), {})
    return Written({"topics.yml": edit.written()}, notes)


def _quotes(new: NewEdition) -> dict[str, str]:
    """Return the new words of the awards whose quotation or payee changed, by their ids."""
    quotes = {}
    for entry in new.entries:
        held = getattr(new.plan.old[entry.old_clause], entry.kind)[entry.index]
        for change in entry.changes:
            if change.path == ("quote", "zh") and entry.id:
                quotes[entry.id] = f"{change.value} {held.payee.zh}"
    return quotes


def _spoken_of(topic: Mapping[str, Any], lost: Sequence[str], left: Sequence[str]) -> str:
    """Return the words of a topic that only awards that are gone have: 服务型制造."""
    own = "；".join(topic[key]["zh"] for key in ("name", "hint") if key in topic)
    only = set[int]()
    for start in range(len(own) - _WORD + 1):
        part = own[start : start + _WORD]
        if any(part in one for one in lost) and not any(part in one for one in left):
            only.update(range(start, start + _WORD))
    words_ = (own[n] if n in only else " " for n in range(len(own)))
    return "；".join("".join(words_).split())


def queries(text: str, plan: Plan) -> str:
    """Return the queries that test the search, with the new numbers of the clauses expected.

    A query that expects only clauses that are gone is left out.
    """
    rows = list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    made = rows[:1]
    for row in rows[1:]:
        expected = [int(one) for one in row[4].split(",")] if len(row) > 4 and row[4] else []
        now = [plan.numbers[one] for one in expected if one in plan.numbers]
        if now or not expected:
            made.append([*row[:4], ",".join(map(str, now)), *row[5:]] if expected else row)
    return "".join("\t".join(row) + "\n" for row in made)
