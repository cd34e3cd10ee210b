"""What a text calls itself as a draft, by its title and the words below it."""

from dataclasses import replace

import pytest

from clauses.document import Bilingual
from clauses.draft_names import draft_name
from clauses.wizard_part import wizard_part
from docs.site.edition_names import edition_name, names_of
from docs.site.language import EN, ZH
from tests.policy import compiled

HEADS = {
    ("某市实施意见", "（征求意见稿）"): "征求意见稿",
    ("某市实施意见", "（公开征求意见第二稿）"): "征求意见稿",
    ("某市实施意见", "（草案征求意见稿）"): "征求意见稿",
    ("某市实施意见（送审稿）", ""): "送审稿",
    ("某市实施意见", "（送审）"): "送审稿",
    ("某市条例（草案）", ""): "草案",
    ("某市实施意见", "（讨论稿）"): "讨论稿",
    ("某市实施意见", "（试行）"): None,
    ("某市建设项目送审办法", ""): None,
    ("某市重大决策征求意见办法", ""): None,
}


@pytest.mark.parametrize(("head", "name"), HEADS.items())
def test_a_draft_is_known_by_what_its_head_says(head: tuple[str, str], name: str | None) -> None:
    found = draft_name(head)
    assert (found and found.zh) == name


@pytest.mark.parametrize(
    ("below", "zh", "en"),
    [("（送审稿）", "送审稿", "draft for approval"), ("（示例）", "草案", "draft")],
)
def test_the_site_and_the_wizard_call_a_draft_as_it_calls_itself(
    below: str, zh: str, en: str
) -> None:
    policy = compiled()
    edition = replace(policy.edition, subtitle=Bilingual(below, ""))
    data = {**policy.data["edition"], "subtitle": {"zh": below, "en": ""}}
    told = wizard_part({**policy.data, "edition": data})["status"]
    assert told["draft"] == {"zh": zh, "en": en}
    assert edition_name(edition, ZH) == f"{edition.edition}版（{zh}）"
    assert edition_name(edition, EN) == f"edition of {edition.edition} ({en})"
    names = names_of(replace(policy, edition=edition), ZH)
    assert (names["this"], names["source"]) == (f"本{zh}", f"公开的{zh}")
