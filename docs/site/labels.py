"""The words for facts and their answers."""

from collections.abc import Sequence

from clauses.document import Award
from docs.site.language import Language
from docs.site.words import words


def fact_label(award: Award, name: str, language: Language) -> str:
    """Return the short name of a fact; a name without a fact is returned as it is."""
    fact = next((fact for fact in award.facts if fact.name == name), None)
    return language.of(fact.label) if fact else name


def code_label(award: Award, name: str, code: str | int, language: Language) -> str:
    """Return what a code of a fact means: national, five stars, certified."""
    fact = next((fact for fact in award.facts if fact.name == name), None)
    if fact is not None and fact.options and code in fact.options:
        return language.of(fact.options[str(code)])
    kind = fact.type if fact is not None else "level"
    return words(language).get(f"{kind}_{code}", str(code))


def answer_sentence(
    award: Award, name: str, codes: Sequence[str | int | bool], language: Language
) -> str:
    """Say that a fact has one of some answers: a yes is its name, a no is not “its name”."""
    said, fact = words(language), fact_label(award, name, language)
    if list(codes) in ([True], [False]):
        return fact if codes[0] else said["rule_not"].format(fact=fact)
    named = [code_label(award, name, code, language) for code in codes]
    return said["rule_is"].format(fact=fact, codes=language.either(named))
