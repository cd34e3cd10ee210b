"""An issued text follows a draft: what was said of the draft and its letter is not said of it."""

from collections.abc import Callable

from clauses.preparing.revise import Prepared
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import changed_source, former_policy


def without_letter() -> str:
    """Return the text of 2020 as it would be issued: no letter, no （征求意见稿）."""
    title = former_policy().edition.title.zh
    text = changed_source([])
    return text[text.rindex(f"\n{title}") :].replace("(征求意见稿)", "", 1)


def test_nothing_of_the_draft_is_said_of_the_issued_text(prepared: Callable[..., Prepared]) -> None:
    edition = load(prepared(without_letter()).files["policy.yml"])
    assert former_policy().edition.status.final
    assert edition["status"]["state"] == "issued"
    assert "final" not in edition["status"]
    assert not {"letter", "subtitle"} & set(edition)


def test_oddities_of_the_letter_go_with_the_letter(prepared: Callable[..., Prepared]) -> None:
    former = former_policy().edition
    labels = {one.label for one in former.letter}
    made = prepared(without_letter())
    kept = [one["where"]["zh"] for one in load(made.files["policy.yml"])["oddities"]]
    assert labels & {one.where.zh for one in former.oddities}
    assert kept == [one.where.zh for one in former.oddities if one.where.zh not in labels]
    assert [note for note in made.notes if note.kind != "proposed"] == []


def test_with_the_letter_its_oddities_stay(prepared: Callable[..., Prepared]) -> None:
    made = prepared(changed_source([]))
    assert len(load(made.files["policy.yml"])["oddities"]) == len(former_policy().edition.oddities)
