"""The catalogue of one language, and the names of the policy document in it."""

import json
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

import amounts
from eligibility.mechanisms import MECHANISMS
from results.lines import ResultLine, lines_of
from results.naming_the_text import DRAFT, POLICY, TextName, named, text_name

LANGUAGES = ("zh", "en")


@cache
def catalogue(language: str, called: TextName = DRAFT) -> dict[str, Any]:
    """Return the catalogue of a language, from the files next to this module or in an archive.

    `called` is what its sentences call the text. Near misses, curves and comparisons have a file of
    their own, and so do tables. The steps of a mechanism are in its module. Raises `ValueError` for
    a language that is neither `zh` nor `en`.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r}; allowed: zh, en")
    read: dict[str, Any] = {}
    for name in (f"{language}.json", f"{language}.near.json", f"{language}.tables.json"):
        content = pkgutil.get_data("results", f"catalogue/{name}")
        assert content is not None
        read |= json.loads(content)
    for own in MECHANISMS.values():
        read["steps"] |= {code: said[language] for code, said in own.said.items()}
    filled: dict[str, Any] = named(read, language, called)
    return filled


def status_names(language: str) -> dict[str, str]:
    """Return the name of each status of a claim under a policy."""
    statuses = catalogue(language, POLICY)["statuses"]
    return {code: named["name"] for code, named in statuses.items()}


class Words:
    """Words in one language, from the catalogue and, for policy data, from the policy document."""

    def __init__(self, document: Mapping[str, Any], language: str) -> None:
        self.document = document
        self.language = language
        self.catalogue = catalogue(language, text_name(document))

    @cached_property
    def lines(self) -> Mapping[str, ResultLine]:
        """Every line of the policy that can be claimed, by its id."""
        return lines_of(self.document)

    def say(self, section: str, key: str, **params: str) -> str:
        """Return a sentence of the catalogue with its parameters filled in."""
        template: str = self.catalogue[section][key]
        return self.sentence(_filled(template, params)) if params else template

    def part(self, section: str, key: str, **params: str) -> str:
        """Return words for use inside a sentence, without an initial capital."""
        template: str = self.catalogue[section][key]
        return _filled(template, params)

    def status(self, claim: Mapping[str, Any]) -> Mapping[str, str]:
        """Return the name and sentence of a claim's status; “nothing due” has several reasons."""
        if claim["status"] == "not-eligible":
            for note in claim.get("notes") or ():
                if note["code"] in self.catalogue["nothing-due"]:
                    reason: Mapping[str, str] = self.catalogue["nothing-due"][note["code"]]
                    return reason
        named: Mapping[str, str] = self.catalogue["statuses"][claim["status"]]
        return named

    def code(self, kind: str, code: object) -> str | None:
        """Return the name of a generic code (a level, a rating, yes or no), or None."""
        key = str(code).lower() if isinstance(code, bool) else str(code)
        name: str | None = self.catalogue["codes"].get(kind, {}).get(key)
        return name

    def of(self, both: Mapping[str, str]) -> str:
        """Return the text in this language."""
        return both[self.language]

    def join(self, parts: Iterable[str], mark: str = "list") -> str:
        """Join words with the list mark of the language."""
        separator: str = self.catalogue["marks"][mark]
        return separator.join(parts)

    def money(self, yuan: str) -> str:
        """Write a sum of money."""
        return amounts.money(yuan, self.language)

    def worded(self, yuan: str, wording: str | None) -> str:
        """Write a sum with its wording: exact, at most, for reference, not below."""
        return self.part("wordings", wording or "exact", amount=self.money(yuan))

    def total(self, totals: Mapping[str, Any], key: str) -> str:
        """Write one of the totals of an assessment; a dash where nothing counts.

        `max` is a ceiling if any part of it is one.
        """
        if amounts.is_zero(totals[key]):
            return self.say("marks", "none")
        capped = key == "ceiling" or (key == "max" and not amounts.is_zero(totals["ceiling"]))
        return self.worded(totals[key], "ceiling" if capped else "exact")

    def span(self, span: list[str | None]) -> str:
        """Write a range; None as its upper end means no upper limit."""
        least, most = self.money(span[0] or "0"), span[1]
        if most is None:
            return self.part("wordings", "no-upper-limit", least=least)
        return self.part("wordings", "from-to", least=least, most=self.money(most))

    def sentence(self, text: str) -> str:
        """Start with a capital letter if the language has them."""
        return text[:1].upper() + text[1:] if self.language == "en" else text


_INNER = str.maketrans("“”", "‘’")


def _filled(template: str, params: Mapping[str, str]) -> str:
    """Fill in parameters; quotation marks within quotation marks become single ones."""
    nested = {
        name: value.translate(_INNER) if f"“{{{name}}}”" in template and "“" in value else value
        for name, value in params.items()
    }
    return template.format(**nested)
