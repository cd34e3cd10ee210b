"""A composed sum in words: each part by the sentence in its module, figures as in the text."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import amounts
from clauses.compiled_parts import FACT_NAME, part_of_keys
from clauses.document import Award
from clauses.figure_pattern import BEFORE
from clauses.notation import COMPARISON, ReadFigure, read_figure
from clauses.ordinal_years import ordinal_years
from docs.site.labels import answer_sentence, code_label, fact_label
from docs.site.language import Language
from docs.site.money import money
from docs.site.words import words
from eligibility.mechanisms.parts import PARTS
from eligibility.mechanisms.parts.declaration import PartField
from eligibility.mechanisms.parts.part import Part


def composed_sentence(award: Award, language: Language) -> str:
    """Return the sum of an award whose mechanism is composed."""
    return _SumSentences(award, language).quantity(award.written["sum"], outermost=True)


COMPARED = {
    ">": "rule_more_than",
    ">=": "rule_at_least",
    "<": "rule_less_than",
    "<=": "rule_at_most",
}
"""The words for a threshold, by how it is passed; they say whether its own figure counts."""
_ENDS = ("range", "from", "beyond", "up_to")
"""The keys of the ends of a bracket."""
_TURNED = {"part_at_most": ("more-than", "at-least"), "part_at_least": ("exact", "less-than")}
"""Meanings of the words of a limit that do not say by themselves what it limits."""
_BEFORE_AND_AFTER = re.compile(rf"^(?:{'|'.join(BEFORE)})|(?:（含）)?(?:及?以上|以内)$")
"""超过, 最高, 以上: words that the sentence around a figure says already."""


class _SumSentences:
    """Reads a sum as the clause file states it, in one language."""

    def __init__(self, award: Award, language: Language) -> None:
        self.award, self.language = award, language
        self.words = words(language)
        self.comma = self.words["part_comma"]
        self.bare = False
        """Whether the words around say already that a figure is the most."""

    def quantity(self, node: Any, *, outermost: bool = False) -> str:
        """Say a fact, a figure or a part with its limits; inside others in brackets."""
        if isinstance(node, str):
            return self._leaf(node)
        part = PARTS[part_of_keys(node) or ""]
        fields = {field.key: self._field(field, node) for field in part.declared.fields}
        own = part.declared.sentence[self.language.code].format(**fields)
        own = own.replace(": )", ")")  # a condition with nothing after it
        said: list[str] = []
        if (substitute := node.get("if_zero")) is not None:
            said.append(self.words["part_if_zero"].format(of=self.quantity(substitute)))
        ceilings = node.get("at_most")
        for one in ceilings if isinstance(ceilings, list) else [ceilings]:
            if one is not None:
                said.append(self._limit("part_at_most", one))
        if node.get("at_least") is not None:
            said.append(self._limit("part_at_least", node["at_least"]))
        if outermost:
            return self.comma.join([own, *said])
        if said:
            own += self.words["part_brackets"].format(of=self.comma.join(said))
        return (
            self.words["part_brackets"].format(of=own).strip() if part.declared.bracketed else own
        )

    def _limit(self, key: str, node: Any) -> str:
        if isinstance(node, str) and not FACT_NAME.fullmatch(node):
            meaning = read_figure(node).meaning
            if meaning in _TURNED[key]:  # 超过500万元的部分不予补贴
                return self.words[key].format(of=self._leaf(node, bare=True))
            return self._stated(node)  # 最高500万元 says itself that it is the most
        self.bare, before = True, self.bare
        said = self.words[key].format(of=self.quantity(node))
        self.bare = before
        return said

    def _field(self, field: PartField, node: Mapping[str, Any]) -> str:
        value = node.get(field.key)
        if value is None:
            return ""
        match field.kind:
            case "uplift":
                measure = read_figure(value).measure
                key = {"money": "points", "points": "points", "multiple": "multiple"}.get(
                    measure, "share"
                )
                way = "lower" if field.key == "lower" else "raise"
                return self.words[f"part_{way}_{key}"].format(of=self._leaf(value, bare=True))
            case "name":
                return str(value[self.language.code])
            case "fact":
                return fact_label(self.award, value, self.language)
            case "given":
                return self._given(value)
            case "cases":
                named = {
                    code: code_label(self.award, node["by"], code, self.language) for code in value
                }
                return self._listed((named[code], one) for code, one in value.items())
            case "brackets" | "rates":
                return self._listed((self._bracket(one), one["use"]) for one in value)
            case "periods":
                return self._listed(
                    (self._period(one, place), one["use"]) for place, one in enumerate(value)
                )
        if field.many:
            part = PARTS[part_of_keys(node) or ""]
            return self._together(part, [self.quantity(one) for one in value])
        said = self.quantity(value)
        return self.words[field.phrase].format(of=said) if field.phrase else said

    def _listed(self, pairs: Any) -> str:
        return self.comma.join(
            self.words["rule_tier"].format(tier=name, sum=self.quantity(one)) for name, one in pairs
        )

    def _bracket(self, entry: Mapping[str, Any]) -> str:
        said = [self._end(key, entry[key]) for key in _ENDS if entry.get(key)]
        said = said or [self.words["part_rest"]]
        return self.words["part_ends"].format(ends=self.comma.join(said))

    def _end(self, key: str, said: str) -> str:
        # 1000万元（含）以内 says itself where it ends
        turned = key == "from" and read_figure(said).meaning == "less-than"  # 不足2万元的不予奖励
        bare = turned or self.language.code != "zh" or key == "beyond"
        at = self._leaf(said, bare=True) if bare else said
        return self.words[f"part_{key}"].format(at=at)

    def _period(self, entry: Mapping[str, Any], place: int) -> str:
        if years := ordinal_years(entry["for"]):
            return self._years(entry["for"], *years)
        key = "part_next" if place else "part_first"
        return self.words[key].format(of=self._leaf(entry["for"], bare=True))

    def _years(self, said: str, first: int, last: int) -> str:
        if self.language.code == "zh":
            return said
        key = "part_year" if first == last else "part_years"
        return self.words[key].format(first=first, last=last)

    def _together(self, part: type[Part], said: list[str]) -> str:
        """Join the quantities of a list as its part computes them: added, multiplied, in turn."""
        if part.declared.joined == "sign":
            return (part.sign.strip() if self.language.code == "zh" else part.sign).join(said)
        if part.declared.joined == "or-else":
            rest = "".join(self.words["part_or_else"].format(of=one) for one in said[1:])
            return said[0] + rest
        return self.words["part_and"].join(
            [self.language.comma.join(said[:-1]), said[-1]] if len(said) > 1 else said
        )

    def _given(self, given: Mapping[str, Any]) -> str:
        named = self.words["rule_and"].join(
            self._compared(name, asked)
            if isinstance(asked, str)
            else answer_sentence(self.award, name, asked, self.language)
            for name, asked in given.items()
        )
        return self.words["part_given"].format(given=named)

    def _compared(self, name: str, words: str) -> str:
        fact, figure = fact_label(self.award, name, self.language), read_figure(words)
        if figure.least is not None:
            return self.words["part_compared"].format(fact=fact, figure=self._leaf(words))
        key = COMPARED[COMPARISON.get(figure.meaning, ">=")]
        return self.words[key].format(fact=fact, figure=self._leaf(words, bare=True))

    def _leaf(self, text: str, *, bare: bool = False) -> str:
        if years := ordinal_years(text):
            return self._years(text, *years).rstrip(":")
        if FACT_NAME.fullmatch(text):
            return fact_label(self.award, text, self.language)
        figure = read_figure(text)
        bare = bare or self.bare or figure.meaning in ("more-than", "at-least")
        bare = bare or figure.measure == "date"
        if self.language.code == "zh":
            return _BEFORE_AND_AFTER.sub("", text) if bare else text
        said = self._figure(figure)
        if figure.least is not None:
            low = ReadFigure("", figure.measure, figure.least, "exact")
            return self.words["part_between"].format(low=self._figure(low), high=said)
        if bare or figure.meaning == "exact":
            return said
        return self.words[f"part_{figure.meaning}"].format(of=said)

    def _stated(self, text: str) -> str:
        """Say a limit with the word that makes it one."""
        if self.language.code == "zh":
            return text
        figure = read_figure(text)
        said = self._figure(figure)
        return (
            said
            if figure.meaning == "exact"
            else self.words[f"part_{figure.meaning}"].format(of=said)
        )

    def _figure(self, figure: ReadFigure) -> str:
        value = figure.value
        match figure.measure:
            case "date":
                day = date.fromordinal(int(value)).isoformat()
                return amounts.day(day, self.language.code)
            case "money":
                return money(value, self.language)
            case "share":
                return amounts.share(value)
            case "area":
                return amounts.area(f"{value:f}", self.language.code)
        number = value * 100 if figure.measure == "points" else value
        one = number == 1 and figure.measure in ("points", "years")
        key = f"part_unit_{figure.measure.removesuffix('s') if one else figure.measure}"
        return self.words.get(key, "{of}").format(of=f"{number.normalize():f}")
