"""Both catalogues have a sentence for every code of an assessment, without forbidden words."""

import re
import string
from collections.abc import Iterator
from typing import Any

import pytest

from eligibility.codes import NOTES, STATUSES, STEPS
from eligibility.rules import CODES
from results.words import LANGUAGES, catalogue
from tests.policy import document

HAN = r"[\u4e00-\u9fff]"


def sentences(section: Any, at: str = "") -> Iterator[tuple[str, str]]:
    for key, value in section.items():
        if isinstance(value, str):
            yield f"{at}{key}", value
        else:
            yield from sentences(value, f"{at}{key}.")


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_both_catalogues_have_the_same_keys_in_the_same_order() -> None:
    zh, en = (list(dict(sentences(catalogue(language)))) for language in LANGUAGES)
    assert zh == en


def test_each_sentence_has_the_same_places_in_both_languages() -> None:
    zh, en = (dict(sentences(catalogue(language))) for language in LANGUAGES)
    assert {key: places(zh[key]) for key in zh} == {key: places(en[key]) for key in en}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_a_name_a_sentence_and_a_group(language: str) -> None:
    from results.describe import GROUPS

    texts = catalogue(language)
    assert set(texts["statuses"]) == set(STATUSES)
    assert sorted(status for group in GROUPS.values() for status in group) == sorted(STATUSES)
    assert list(GROUPS) == list(texts["groups"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("section", "codes"), [("notes", NOTES), ("steps", STEPS)])
def test_every_code_has_its_sentence_with_its_own_parameters_only(
    language: str, section: str, codes: dict[str, tuple[str, ...]]
) -> None:
    texts = catalogue(language)[section]
    assert set(texts) == set(codes)
    for code, params in codes.items():
        assert places(texts[code]) <= set(params), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_policy_has_a_name(language: str) -> None:
    texts = catalogue(language)
    entries = [*document()["awards"], *document()["lines"]]
    for entry in entries:
        assert entry["kind"] in texts["kinds"]
        assert entry["payee"]["code"] in texts["payees"]
        assert entry.get("frequency", "once") in texts["frequencies"]
        assert entry.get("wording", "exact") in texts["wordings"]
        assert entry.get("wording", "exact") in texts["wording-names"]
        kinds = {entry["subject"]["otherwise"], *entry["subject"]["kinds"].values()}
        assert kinds <= set(texts["subjects"])
    assert {line["kind"] for line in document()["lines"]} == set(texts["without-sum"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_that_a_fact_takes_has_a_name(language: str) -> None:
    texts = catalogue(language)["codes"]
    for kind, codes in CODES.items():
        assert set(texts[kind]) == {str(code).lower() for code in codes}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_promises_money(language: str) -> None:
    promise = re.compile(
        r"有权|应得|可得|可领|保证|(?<!no )entitle|guaranteed|you will (get|receive)", re.I
    )
    for key, sentence in sentences(catalogue(language)):
        assert not promise.search(sentence), key


def test_chinese_sentences_use_full_width_marks() -> None:
    half = re.compile(rf"{HAN}[,;:?!()]|[,;?!()]{HAN}")
    for key, sentence in sentences(catalogue("zh")):
        assert not half.search(sentence), key


def test_english_sentences_hold_chinese_only_as_quoted_words() -> None:
    for key, sentence in sentences(catalogue("en")):
        outside = re.sub(r"[“(][^”)]*[”)]", "", sentence)
        assert not re.search(HAN, outside), key


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="allowed: zh, en"):
        catalogue("fr")
