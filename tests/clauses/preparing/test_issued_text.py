"""An issued text follows a draft: what was said of the draft and its letter is not said of it."""

from collections.abc import Callable
from typing import Any

from clauses.preparing.revise import Prepared
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import changed_source, former_policy


def without_letter() -> str:
    """Return the text of 2020 as it would be issued: no letter, no （征求意见稿）."""
    title = former_policy().edition.title.zh
    text = changed_source([])
    return text[text.rindex(f"\n{title}") :].replace("(征求意见稿)", "", 1)


def policy_of(made: Prepared) -> dict[str, Any]:
    """Return `policy.yml` of the prepared edition, which is text."""
    text = made.files["policy.yml"]
    assert isinstance(text, str)
    found: dict[str, Any] = load(text)
    return found


def test_nothing_of_the_draft_is_said_of_the_issued_text(prepared: Callable[..., Prepared]) -> None:
    edition = policy_of(prepared(without_letter()))
    assert former_policy().edition.status.final
    assert edition["status"]["state"] == "issued"
    assert "final" not in edition["status"]
    assert not {"letter", "subtitle"} & set(edition)


def test_oddities_of_the_letter_go_with_the_letter(prepared: Callable[..., Prepared]) -> None:
    former = former_policy().edition
    labels = {one.label for one in former.letter}
    made = prepared(without_letter())
    kept = [one["where"]["zh"] for one in policy_of(made)["oddities"]]
    assert labels & {one.where.zh for one in former.oddities}
    assert kept == [one.where.zh for one in former.oddities if one.where.zh not in labels]
    assert [note for note in made.notes if note.kind != "proposed"] == []


def test_with_the_letter_its_oddities_stay(prepared: Callable[..., Prepared]) -> None:
    made = prepared(changed_source([]))
    assert len(policy_of(made)["oddities"]) == len(former_policy().edition.oddities)
