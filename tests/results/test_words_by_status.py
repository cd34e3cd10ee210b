"""Nothing that the results say calls a draft what was issued, is in force, expired or repealed."""

import copy
import io
import re
import zipfile
from typing import Any

import pytest

import eligibility
import results
from results.naming_the_text import DRAFT, POLICY, TextName, named, text_name
from results.words import LANGUAGES, catalogue
from tests.claims import claimed
from tests.policy import document

Json = dict[str, Any]

STATES = ("issued", "in-force", "expired", "repealed")
OF_A_DRAFT = re.compile("征求意见|草案|draft", re.IGNORECASE)
APPLICATION: Json = {
    "claims": [
        claimed("03-industrial-investment", selected=True, actual_input="120000000"),
        claimed("29-cluster-match", "集群", "2021-10-31", id="b", listed=True, national_grant="3000000"),  # noqa: E501
        {"id": "c", "award": "02-major-project", "subject": "五号线"},
        claimed("13-green-title", "工厂", "2031-10-31", id="d", level="provincial", form="factory"),
        {"id": "e", "award": "13-green-title", "subject": "工厂", "date": "2021-10-31"},
    ]
}  # fmt: skip


def of_state(state: str) -> Json:
    """Return the policy as a text of this state."""
    found = copy.deepcopy(document())
    said = {"zh": "说明", "en": "A note."}
    found["status"] = {"state": state, "short": said, "long": said, "prevails": said}
    return found


def written(policy: Json, language: str) -> str:
    """Return everything that is written about an application: page, memo, tables."""
    compiled = eligibility.Policy.from_document(policy)
    assessment = eligibility.assess(compiled, APPLICATION)
    tables = results.Tables(policy, APPLICATION, assessment, language, lambda *place: "")
    book = zipfile.ZipFile(io.BytesIO(results.workbook(tables)))
    parts = [book.read(name).decode() for name in book.namelist() if name.endswith(".xml")]
    return "\n".join(
        [
            results.page(policy, APPLICATION, assessment, language),
            results.memo(policy, APPLICATION, assessment, language),
            results.listing(tables),
            results.comparison(policy, assessment, assessment, language),
            *parts,
        ]
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_no_result_calls_it_a_draft(state: str, language: str) -> None:
    assert OF_A_DRAFT.search(written(of_state(state), language)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_draft_every_kind_of_result_says_so(language: str) -> None:
    word = {"zh": "征求意见稿", "en": "draft"}[language]
    assert word in written(of_state("draft"), language)
    assert document()["status"].get("state") is None
    assert text_name(document()) == text_name(of_state("draft")) == DRAFT


@pytest.mark.parametrize(("language", "name"), [("zh", "送审稿"), ("en", "draft for approval")])
def test_a_draft_of_another_kind_is_called_by_its_own_name(language: str, name: str) -> None:
    policy = of_state("draft")
    policy["status"]["draft"] = {"zh": "送审稿", "en": "draft for approval"}
    told = re.sub(r"《[^》]*》", "", written(policy, language))
    assert name in told
    assert "征求意见" not in told and "for comment" not in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("called", [DRAFT, POLICY])
def test_no_mark_is_left_in_a_catalogue(called: TextName, language: str) -> None:
    def texts(part: Any) -> list[str]:
        if isinstance(part, str):
            return [part]
        inside = part.values() if isinstance(part, dict) else part
        return [text for inner in inside for text in texts(inner)]

    found = texts(catalogue(language, called))
    assert [text for text in found if "<<" in text] == []
    assert any(OF_A_DRAFT.search(text) for text in found) == (called == DRAFT)


def test_a_mark_at_the_beginning_of_a_sentence_has_a_capital() -> None:
    assert (
        named("<<The>> says so; <<the>> ends.", "en", POLICY)
        == "The policy says so; the policy ends."
    )
    assert named(["<<this>>"], "zh", POLICY) == ["本政策"]
