"""Not one figure, level or word for money of the translation can change without a fault.

Every text of the clauses is changed at every such place, one place at a time.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.check.terms import GlossaryTerms
from clauses.check.translation import findings
from clauses.check.translation_pairs import TranslationPair, pairs
from clauses.files import YamlFile
from clauses.folder import CLAUSES
from clauses.key_path import KeyPath
from clauses.messages import catalogue
from clauses.model import Edition, Glossary
from tests.policy import EDITION

GLOSSARY = Glossary.model_validate(
    {"terms": [{"key": "bu-zhu", "zh": "补助", "en": "subsidy", "basis": "own"}]}
)


def placed() -> Iterator[tuple[KeyPath, TranslationPair]]:
    for path in sorted((CLAUSES / EDITION).glob("[0-9][0-9].yml")):
        yield from pairs(YamlFile(path, CLAUSES))


@pytest.fixture(scope="module")
def texts() -> list[TranslationPair]:
    """The texts of the clauses that are the policy's own."""
    return [pair for _, pair in placed() if not pair.own]


@pytest.fixture(scope="module")
def terms() -> GlossaryTerms:
    edition = YamlFile(CLAUSES / EDITION / "policy.yml", CLAUSES).read(Edition)
    glossary = YamlFile(CLAUSES / "glossary.yml", CLAUSES).read(Glossary)
    assert glossary is not None
    return GlossaryTerms(glossary, edition)


def another_digit(match: re.Match[str]) -> str:
    return str(int(match[0]) % 9 + 1)


Instead = str | Callable[[re.Match[str]], str]

# what is changed into what, and at how many places of the policy at least
CHANGES: dict[str, tuple[str, Instead, int]] = {
    "a digit": (r"[1-9]", another_digit, 300),
    "a million": (r"million", "billion", 90),
    "a per cent sign": (r"%", "", 30),
    "a number in letters": (r"\b(?:two|three|four|five)\b", "six", 10),
    "a subsidy": (r"subsid(?:y|ies)", "reward", 40),
    "a reward": (r"\brewards?\b", "subsidy", 40),
    "the national level": (r"\bnational", "provincial", 60),
    "the provincial level": (r"\bprovincial", "municipal", 30),
    "the municipal level": (r"\bmunicipal(?! budget)", "national", 30),
    "a ceiling": (r"\b(?:up to|not more than|capped at|not exceeding)(?= [R0-9])", "at least", 70),
    "a ceiling, left out": (
        r"\b(?:up to|not more than|capped at|not exceeding) (?=[R0-9])",
        "",
        70,
    ),
    "a value to be exceeded": (r"\bexceeds\b", "reaches", 5),
    "a value to be reached": (r"\breaches\b", "exceeds", 4),
    "a floor": (r"\bnot less than\b", "not more than", 3),
    "respectively": (r" respectively\b", "", 25),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_the_translation_is_found(
    name: str, texts: list[TranslationPair], terms: GlossaryTerms
) -> None:
    pattern, instead, least = CHANGES[name]
    changed = list(_changed(texts, re.compile(pattern), instead))
    assert len(changed) >= least, "the change is made at as many places as the policy has"
    unseen = [pair.en for pair in changed if not any(findings(pair, terms))]
    assert unseen == []


def _changed(
    texts: list[TranslationPair], pattern: re.Pattern[str], instead: Instead
) -> Iterator[TranslationPair]:
    for pair in texts:
        for match in pattern.finditer(pair.en):
            word = instead if isinstance(instead, str) else instead(match)
            english = pair.en[: match.start()] + word + pair.en[match.end() :]
            yield TranslationPair(pair.zh, english)


def test_no_sentence_of_a_paragraph_can_be_left_out(terms: GlossaryTerms) -> None:
    paragraphs = [pair for place, pair in placed() if place[0] == "paragraphs"]
    assert len(paragraphs) >= 41
    for pair in paragraphs:
        for sentence in pair.english_sentences:
            rest = pair.en.replace(sentence, "").replace("  ", " ").strip()
            assert any(findings(TranslationPair(pair.zh, rest), terms)), (
                f"{pair.zh}: without “{sentence}”"
            )


_LETTERS = st.text(
    "a 一二两百万亿元%、。；（）“”(),;.:-/0123456789IVXRMB¥ millionone国家级市省分别补助"
)


@given(zh=_LETTERS, en=_LETTERS)
def test_whatever_is_written_is_compared_without_a_failure(zh: str, en: str) -> None:
    pair = TranslationPair(
        zh, en, own=True, discusses=True, about_words=True
    )  # as in deviations.yml
    assert all(
        told.code in catalogue("zh")["faults"]
        for told in findings(pair, GlossaryTerms(GLOSSARY, None))
    )
