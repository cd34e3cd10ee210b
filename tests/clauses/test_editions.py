"""Several editions side by side: which is in front, and what is common to all."""

from pathlib import Path

import pytest

from clauses.editions import all_editions, front_edition
from clauses.export import compile_edition
from clauses.faults import PolicyFilesError
from clauses.loading import read_editions, read_policy
from tests.clauses.edits import EDITION, put_in_front, replace, second_edition

LATER = "2021-01-01"
LEFT_OUT = """left_out:
  - words: （联系人：未收录）
    after: 函-1
    meaning: {zh: 不收录个人信息, en: Personal data are not published}
"""


def faults(root: Path) -> list[tuple[str, str]]:
    """Return file and code of every fault of all editions."""
    with pytest.raises(PolicyFilesError) as faulty:
        read_editions(root)
    return [(fault.file, fault.code) for fault in faulty.value.faults]


def test_without_a_name_it_is_the_edition_in_front(small: Path) -> None:
    second_edition(small, LATER, state="issued")
    assert all_editions(small) == (EDITION, LATER)
    assert read_policy(small).edition.edition == front_edition(small) == EDITION
    put_in_front(small, LATER)
    policy = read_policy(small)
    assert (policy.edition.edition, policy.edition.follows) == (LATER, EDITION)
    assert policy.edition.status.state == "issued"


def test_every_edition_is_read_with_its_own_readings(small: Path) -> None:
    folder = second_edition(small, LATER)
    replace(small, f"{LATER}/readings.yml", "id: A01", "id: A09")
    assert {file.partition("/")[0] for file, _ in faults(small)} == {LATER}
    replace(small, f"{LATER}/readings.yml", "id: A09", "id: A01")
    assert [policy.edition.edition for policy in read_editions(small)] == [EDITION, folder.name]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('front: "2019-01-01"\n', "edition-unknown"),
        ('front: "2020-02-30"\n', "no-such-day"),
        (f"front: “{EDITION}”\n", "quotes-of-text"),
        ("", "file-empty"),
    ],
)
def test_an_edition_in_front_that_cannot_be_is_told(small: Path, written: str, code: str) -> None:
    (small / "editions.yml").write_text(written, "utf-8")
    with pytest.raises(PolicyFilesError) as faulty:
        read_policy(small)
    (fault,) = faulty.value.faults
    assert (fault.file, fault.code) == ("editions.yml", code)


def test_what_one_edition_needs_the_others_need_not(small: Path) -> None:
    """An exception of the translation is common to all; only one that none needs is a fault."""
    entry = """deviations:
  - check: untranslated
    words: 机器
    text: 一、支持机器
    reason: {zh: 示例。, en: A sample.}
"""
    (small / "deviations.yml").write_text(entry, "utf-8")
    second_edition(small, LATER)
    assert faults(small) == [("deviations.yml", "deviation-unneeded")]
    replace(small, f"{LATER}/policy.yml", "en: I. Support machines", "en: I. Support 机器 machines")
    assert len(read_editions(small)) == 2


@pytest.mark.parametrize(
    ("origin", "code"),
    [("new-machine", "origin-unknown"), ("good-machines", "origin-itself"), ("new-machines", "")],
)
def test_a_clause_comes_from_clauses_that_an_earlier_edition_has(
    small: Path, origin: str, code: str
) -> None:
    second_edition(small, LATER)
    key = "key: good-machines\n"
    replace(small, f"{LATER}/02.yml", key, f"{key}from: [{origin}]\n")
    if code:
        assert faults(small) == [(f"{LATER}/02.yml", code)]
    else:
        assert len(read_editions(small)) == 2


def test_an_edition_follows_one_that_is_there(small: Path) -> None:
    second_edition(small, LATER)
    replace(small, f"{LATER}/policy.yml", f'follows: "{EDITION}"', 'follows: "2019-01-01"')
    assert faults(small) == [(f"{LATER}/policy.yml", "follows-unknown")]


def test_an_issued_text_has_no_letter_no_annex_and_no_words_below_its_title(small: Path) -> None:
    folder = second_edition(small, LATER, state="issued")
    for file, written, instead in (
        ("policy.yml", "subtitle: {zh: （示例）, en: (Sample)}\n", ""),
        ("policy.yml", "annex: {zh: 附件, en: Annex}\n", ""),
        ("policy.yml", "letter:\n  - {label: 函-1, zh: 来函。, en: A letter.}\n", ""),
        ("source.txt", "来函。\n\n（联系人：未收录）\n\n附件\n\n", ""),
        ("source.txt", "(示例)\n\n", ""),
        ("normalisations.yml", "副题: 2, ", ""),
        ("normalisations.yml", LEFT_OUT, ""),
    ):
        replace(small, f"{folder.name}/{file}", written, instead)
    edition = read_policy(small, LATER).edition
    assert (edition.letter, edition.annex, edition.subtitle) == ([], None, None)


def test_the_compiled_document_is_that_of_its_edition() -> None:
    document = compile_edition()
    assert document["edition"]["edition"] == front_edition()
