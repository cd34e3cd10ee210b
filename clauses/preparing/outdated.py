"""Our own words beside the clauses that speak of what the new text changed, for a person to revise.

Hints, labels, questions, notes, topics and readings name figures, words and clauses of the text.
What `revise` could not surely rewrite there is listed with what changed.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from clauses.folder import CLAUSE
from clauses.key_path import KeyPath, scalars
from clauses.preparing.clause_references import first_mention, mentioned, renumbered
from clauses.preparing.new_edition import NewEdition
from clauses.preparing.overtaken import clauses_about, texts_in
from clauses.preparing.passage_diff import PassageDiff, pieces
from clauses.preparing.pending import Note, key_of, value_at
from clauses.preparing.plan import texts_of
from clauses.preparing.writing import Files
from clauses.revision.likeness import alike
from clauses.yaml12 import load_shared

_FILES = ("readings.yml", "topics.yml", "unclaimed.yml", "policy.yml")
_OURS = {"policy.yml": ("oddities",)}
_CITED = re.compile("“([^”]+)”")
_BEFORE = 2
"""The characters before a figure that may say how it counts: 最高, 超过."""
_STOPS = re.compile(r"[，。；：！？（）“”、\s]")
_CONTINUES = 0.5
_RULES = frozenset({"computed", "review"})
"""Keys below which our own rules name figures, too."""
_LAW = frozenset({"title", "paragraphs"})


@dataclass
class _Changes:
    """What changed in some passages."""

    told: dict[object, str] = field(default_factory=dict)
    """The old and the new words, by the key of the old figure."""
    kept: set[object] = field(default_factory=set)
    """Figures that the new passages have."""
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    @staticmethod
    def of(versions: Iterable[PassageDiff]) -> "_Changes":
        made, counts = _Changes(), Counter[object]()
        for diff in versions:
            if diff.old not in made.old:  # a passage that was split has two new versions
                counts.update(piece.key for piece in diff.left if piece.kind == "figure")
                made.old.append(diff.old)
            counts.subtract(piece.key for piece in diff.right if piece.kind == "figure")
            made.new.append(diff.new)
            made.kept |= {piece.key for piece in diff.right if piece.kind == "figure"}
            for pair in diff.replaced:
                if pair.kind == "figure":
                    made._add(pair.old.key, diff.old[pair.old.start : pair.old.end],
                              diff.new[pair.new.start : pair.new.end])  # fmt: skip
            for pair in diff.rest:
                before, after = str(pair.old.key), str(pair.new.key)
                there = {piece.key for piece in pieces(after)}
                for piece in pieces(before):
                    if piece.kind == "figure" and piece.key not in there:
                        made._add(piece.key, before[piece.start : piece.end], "…")
        moved = [key for key, told in made.told.items() if told.endswith("…") and counts[key] <= 0]
        for key in moved:
            del made.told[key]
        return made

    def _add(self, key: object, before: str, after: str) -> None:
        self.told.setdefault(key, f"{before} → {after}")

    def in_words(self, text: str, quote: str = "") -> tuple[list[str], list[str]]:
        """Return what of a text changed, as a person reads it, and which words are gone.

        What a `quote` that has not changed says is its own, up to where it names a clause.
        """
        told, gone = list[str](), list[str]()
        own, until = {piece.key for piece in pieces(quote)}, first_mention(text)
        for piece in pieces(text):
            words = text[piece.start : piece.end]
            if piece.key in own and piece.start < until:
                continue
            if piece.kind != "figure" or not re.search("[0-9]", words):
                continue  # 两个 may count anything
            if piece.key in self.told:
                told.append(self.told[piece.key])
                gone += [words] * (piece.key not in self.kept)
            before = text[max(piece.start - _BEFORE, 0) : piece.start]
            quoted = before + words
            if before and not _STOPS.search(before) and self._count(quoted) == (True, False):
                told.append(f"{quoted} → …")
                gone.append(quoted)
        for match in _CITED.finditer(text):
            cited = match[1]
            if cited in quote and match.start() < until:
                continue
            was, left = (sum(one.count(cited) for one in side) for side in (self.old, self.new))
            if len(cited) > 1 and was > left:
                told.append(f"“{cited}” ×{was} → ×{left}" if left else f"“{cited}” → …")
                gone += [cited] * (not left)
        return list(dict.fromkeys(told)), list(dict.fromkeys(gone))

    def _count(self, words: str) -> tuple[bool, bool]:
        return any(words in one for one in self.old), any(words in one for one in self.new)


class Outdated:
    """Finds the words of an edition that the revision left behind."""

    def __init__(self, new: NewEdition) -> None:
        self.new, plan = new, new.plan
        self.versions = {
            one.number: [made.passage.diff for made in one.paragraphs if made.passage]
            for one in plan.clauses
        }
        self.texts = [one.bare for _, _, one in texts_of(plan.clauses)]
        self.split = {
            plan.numbers[number]: [one.number for one in plan.successors(number)]
            for number in plan.old
            if number in plan.numbers and len(plan.successors(number)) > 1
        }
        self.closing = list(_continued([one.zh for one in new.former.edition.closing],
                                       new.text.closing))  # fmt: skip
        self._found: dict[tuple[frozenset[int], bool], _Changes] = {}
        self.at = {entry.id: entry.to for entry in new.entries if entry.id and entry.to}

    def notes(self, files: Files) -> Iterator[Note]:
        """Yield a note for each place that speaks of what changed."""
        yield from self._parted()
        for name, held in files.items():
            if not (CLAUSE.fullmatch(name) or name in _FILES):
                continue
            data = load_shared(held.decode() if isinstance(held, bytes) else held)
            if name in _OURS:
                data = {key: data[key] for key in _OURS[name] if key in data}
            former = self._former(name, data)
            for path, text in texts_in(data):
                ours = path[-1] == "zh" or not _RULES.isdisjoint(path)
                if ours and path[0] not in _LAW and text in former:
                    yield from self._note(name, path, text, data, former)
            if name == "readings.yml":
                yield from self._readings(data)

    def _former(self, name: str, data: Any) -> set[str]:
        """Return the texts of the former file: what is not among them was rewritten."""
        found, names = set[str](), [name]
        if CLAUSE.fullmatch(name):
            sources = next(p.sources for p in self.new.plan.clauses if p.number == data["number"])
            origins = {m.origin[0] for p in self.new.plan.clauses if p.number == data["number"]
                       for m in p.paragraphs if m.origin}  # fmt: skip
            names = [f"{number:02d}.yml" for number in {*sources, *origins}]
        for one in names:
            for _, text in scalars(load_shared(self.new.read(one))):
                if isinstance(text, str):
                    found |= {text, renumbered(text, self.new.plan.numbers)}
        return found

    def _note(
        self, name: str, path: KeyPath, text: str, data: Any, former: Collection[str]
    ) -> Iterator[Note]:
        about = {data["number"]} if CLAUSE.fullmatch(name) else clauses_about(path, data)
        item = value_at(data, path[:2])
        if name == "topics.yml" and isinstance(item, dict):
            about |= {self.at[id_] for id_ in item.get("awards", ()) if id_ in self.at}
        named = mentioned(text)
        numbers = {part for one in about | named for part in self.split.get(one, [one])}
        closing = isinstance(item, dict) and bool(item.get("closing"))
        quoted = value_at(item, ("quote", "zh"))
        stays = quoted in former and any(quoted in one for one in self.texts)
        changes = self._changes(frozenset(numbers), closing)
        told, gone = changes.in_words(text, quoted if stays else "")
        told += [_parts(number, self.split[number]) for number in sorted(named & {*self.split})]
        for one in told:
            yield Note(name, key_of(path, data), "stale", text, one, tuple(gone))

    def _changes(self, numbers: frozenset[int], closing: bool) -> _Changes:
        """Return what changed in some clauses, and in the closing rules."""
        if (numbers, closing) not in self._found:
            versions = [diff for one in sorted(numbers) for diff in self.versions.get(one, ())]
            self._found[numbers, closing] = _Changes.of(versions + self.closing * closing)
        return self._found[numbers, closing]

    def _readings(self, data: Any) -> Iterator[Note]:
        """Yield the readings of clauses that were split and of closing rules that changed."""
        term = self.new.former.edition.validity.reading
        changed = [one for one in self.closing if one.old != one.new]
        for reading in data["readings"]:
            key = f"readings[{reading['id']}]"
            for number in reading["clauses"]:
                if number in self.split:
                    new = _parts(number, self.split[number])
                    yield Note("readings.yml", key, "stale", "", new)
            if not reading.get("closing") or reading["id"] == term:
                continue
            cited = {words for _, text in texts_in(reading) for words in _CITED.findall(text)}
            about = [one for one in self.closing if any(words in one.old for words in cited)]
            for one in changed:
                if one in about or not about:
                    yield Note("readings.yml", key, "stale", one.old, one.new)

    def _parted(self) -> Iterator[Note]:
        """Yield the awards whose partners are in another clause now."""
        for entry in self.new.entries:
            if not entry.id or entry.to is None:
                continue
            award = getattr(self.new.plan.old[entry.old_clause], entry.kind)[entry.index]
            for key in ("adds_to", "excludes"):
                for id_ in getattr(award, key, None) or ():
                    if _was(self.new, id_) == entry.old_clause and self.at.get(id_) != entry.to:
                        name, to = f"{entry.to:02d}.yml", self.at.get(id_)
                        new = f"{key}: {id_} → {f'第{to}条' if to else '…'}"
                        yield Note(name, f"{entry.kind}[{entry.id}]", "stale", "", new)


def _was(new: NewEdition, id_: str) -> int | None:
    return next((entry.old_clause for entry in new.entries if entry.id == id_), None)


def _parts(number: int, parts: Sequence[int]) -> str:
    return f"第{number}条 → 第{'、'.join(map(str, sorted(parts)))}条"


def _continued(old: Sequence[str], new: Sequence[str]) -> Iterator[PassageDiff]:
    """Pair the closing rules; one that is gone became nothing."""
    left = list(new)
    for one in old:
        best = max(left, key=lambda zh: alike(one, zh), default="")
        if alike(one, best) < _CONTINUES:
            best = ""
        else:
            left.remove(best)
        yield PassageDiff(one, best)
