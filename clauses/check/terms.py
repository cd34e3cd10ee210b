"""Checks that each term of the glossary is translated as the glossary says."""

import re
from collections.abc import Iterator

from clauses.check.translation_pairs import Finding, TranslationPair, finding
from clauses.faults import Fault
from clauses.files import YamlFile
from clauses.model import Edition, Glossary
from clauses.terms_forms import chinese_forms, english_forms, normal, stands, without_quotes

PROVED_WITH_FIGURES = frozenset(
    ("亿元 / 万元", "最高", "最高不超过", "不超过20%", "达到 / 以上 / 超过")
)
"""Terms beside figures; `translation_figures` accepts them there in any listed wording."""


class GlossaryTerms:
    """The terms of the glossary and the names of the departments, prepared for searching."""

    def __init__(self, glossary: Glossary, edition: Edition | None) -> None:
        self._said: dict[str, list[str]] = {}
        """The translations allowed for each Chinese form, in the glossary's words."""
        self._forms: dict[str, list[tuple[str, tuple[int, int] | None]]] = {}
        """The normalised English forms of each, with the place of the `also` they come from."""
        self._needed: set[tuple[int, int]] = set()
        self._departments = {d.zh for d in edition.departments.values()} if edition else set()
        for index, term in enumerate(glossary.terms):
            if term.zh in PROVED_WITH_FIGURES:
                continue
            parts, renderings = term.zh.split(" / "), term.en.split(" / ")
            if len(parts) != len(renderings):
                renderings = [term.en] * len(parts)
            for zh, en in zip(parts, renderings, strict=True):
                self._add(zh, en, None)
                for number, also in enumerate(term.also):
                    self._add(zh, also, (index, number))
        for department in edition.departments.values() if edition else []:
            self._add(department.zh, department.en, None)
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._any = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def _add(self, zh: str, en: str, also: tuple[int, int] | None) -> None:
        for form in chinese_forms(zh):
            said = self._said.setdefault(form, [])
            if en not in said:
                said.append(en)
            self._forms.setdefault(form, []).extend((e, also) for e in english_forms(en))

    def check(self, pair: TranslationPair) -> Iterator[Finding]:
        """Compare the terms of a pair, sentence by sentence, the longest term first.

        In the policy's own text every term is compared. In the explanations of a clause only terms
        of three or more characters are, because 获得 or 补助 are everyday words there. In the
        readings and the glossary's notes only terms cited with their English are.
        """
        if pair.headword:
            return
        if pair.discusses:
            for citation in pair.citations():
                yield from self._compare(citation.zh, citation.en, 3)
            return
        for zh, en in pair.sentences:
            yield from self._compare(zh, en, 3 if pair.own else 2)

    def _compare(self, zh: str, en: str, shortest: int) -> Iterator[Finding]:
        english = normal(en)
        for term in dict.fromkeys(self._any.findall(without_quotes(zh))):
            if len(term) < shortest:
                continue
            for form, also in self._forms[term]:
                if stands(form, english):
                    if also is not None:
                        self._needed.add(also)
                    break
            else:
                code = "term-department" if term in self._departments else "term-other"
                sentence = en if len(en) <= 80 else en[:79] + "…"
                said = [f"“{words}”" for words in self._said[term]]
                yield finding("term", term, code, term=term, en=sentence, said=said)

    def unneeded(self, file: YamlFile, glossary: Glossary) -> Iterator[Fault]:
        """Yield a fault for each further translation that no text of this edition uses."""
        for index, term in enumerate(glossary.terms):
            for number, also in enumerate(term.also):
                if (index, number) not in self._needed:
                    place = ("terms", index, "also", number)
                    yield file.fault_at(place, "also-unneeded", also=also)
