"""`source.txt` of an edition whose clauses are arranged otherwise, and its list of differences."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from clauses.files import YamlFile
from clauses.folder import clause_paths
from clauses.model.policy import Policy
from clauses.model.proof import Normalisations
from clauses.preparing.writing import Files
from clauses.preparing.yaml_edit import YamlEdit
from clauses.proof.alignment import after_blanks, align
from clauses.proof.passages import EditionPassage, passages
from clauses.proof.source import in_order_of_the_source
from clauses.reading import read_text
from clauses.revision.clause_number import bare_zh


class SourceInOrder:
    """Puts the passages of the print into another order, each as it was printed."""

    def __init__(
        self, folder: Path, policy: Policy, labels: Mapping[str, str], texts: Mapping[str, str]
    ) -> None:
        """`labels` are the new labels of the paragraphs by the old ones, `texts` what they say."""
        self.labels, self.texts, self.folder = labels, texts, folder
        root = folder.parent
        clauses = {int(path.stem): YamlFile(path, root) for path in clause_paths(folder)}
        self.file = YamlFile(folder / "normalisations.yml", root)
        listed = self.file.read(Normalisations)
        assert listed is not None  # the edition was read
        self.listed = listed
        head = YamlFile(folder / "policy.yml", root)
        self.passages = passages(head, policy.edition, clauses)
        self.number = policy.edition.number or ""
        self.numbered = ""
        """The passage before which the number of the document is printed."""
        self.printed = self._printed()

    def written(self, chapters: Sequence[Sequence[int]]) -> Files:
        """Return `source.txt` and `normalisations.yml`; `chapters` are their new clauses.

        A passage that is not printed as it was is written as the edition has it.
        """
        counts: dict[str, Counter[str]] = {}
        blocks = []
        left_out = {
            self.labels.get(one.after, one.after): one.words for one in self.listed.left_out
        }
        for label in self._order(chapters):
            zh = self.texts.get(label, self._outside.get(label, ""))
            done = align(zh, words := self._words(label, zh), 0)
            for kind, count in done.kinds.items():
                counts.setdefault(kind, Counter())[label] = count
            blocks += (
                [self.number] if self.labels.get(self.numbered, self.numbered) == label else []
            )
            blocks += [words, *([left_out[label]] if label in left_out else [])]
        return {
            "source.txt": "\n\n".join(blocks) + "\n",
            "normalisations.yml": self._listed_anew(counts),
        }

    @property
    def _outside(self) -> dict[str, str]:
        return {one.label: one.zh for one in self.passages if one.clause is None}

    def _printed(self) -> dict[str, str]:
        """Return the words of each passage in the print; none where the two do not agree."""
        text = read_text(self.folder / "source.txt")
        left_out = {one.after: one.words for one in self.listed.left_out}
        found, at = {}, 0
        for passage in in_order_of_the_source(self.passages, self.file, self.listed, True):
            begin = after_blanks(text, at)
            number = align(self.number, text, begin)
            if self.number and not self.numbered and number.whole:
                self.numbered, begin = passage.label, after_blanks(text, number.end)
            done = align(passage.zh, text, begin)
            if not done.whole:
                return {}
            found[passage.label], at = text[begin : done.end], done.end
            if words := left_out.get(passage.label):
                at = max(text.find(words, at), at) + len(words)
        return found

    def _words(self, label: str, zh: str) -> str:
        """Return how a passage is printed, with the new number of its clause."""
        old = next((a for a, b in self.labels.items() if b == label), label)
        bare = bare_zh(self.printed.get(old, ""))
        number = zh.removesuffix(bare_zh(zh))
        for words in (self.printed.get(old, ""), number + bare):
            done = align(zh, words, 0)
            if done.whole and not words[done.end :].strip():
                return words
        return zh

    def _order(self, chapters: Sequence[Sequence[int]]) -> list[str]:
        order = list(self._published(chapters))
        for one in self.listed.moved:
            order.remove(one.passage)
            order.insert(order.index(self.labels.get(one.after, one.after)) + 1, one.passage)
        return order

    def _published(self, chapters: Sequence[Sequence[int]]) -> Iterator[str]:
        later = iter(chapters)
        for passage in self.passages:
            if passage.clause is None:
                yield passage.label
            if _is_chapter(passage):
                for number in next(later):
                    yield from (label for label in self.texts if label.split(".")[0] == str(number))

    def _listed_anew(self, counts: Mapping[str, Mapping[str, int]]) -> str:
        edit = YamlEdit(read_text(self.folder / "normalisations.yml"))
        stays = [n for n, one in enumerate(self.listed.normalisations) if one.kind in counts]
        for n in stays:
            one = self.listed.normalisations[n]
            edit.replace(("normalisations", n, "places"), dict(counts[one.kind]))
        for key in ("moved", "left_out"):
            for n, one in enumerate(getattr(self.listed, key)):
                edit.replace((key, n, "after"), self.labels.get(one.after, one.after))
        if not stays and self.listed.normalisations:
            edit.replace(("normalisations",), [])
        else:
            edit.keep(("normalisations",), stays)
        return edit.written()


def _is_chapter(passage: EditionPassage) -> bool:
    return passage.label.startswith("章")
