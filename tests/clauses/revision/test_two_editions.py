"""Two finished editions: clauses by their keys, words against rules, and the mirror."""

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from clauses.document import PolicyDocument
from clauses.revision.editions import edition_report
from clauses.revision.rules import rule_changes
from clauses.revision.signals import with_rules
from clauses.revision.summary import summary
from docs.site.differences import Differences, Side
from docs.site.language import EN, ZH
from tests.editions.second import edits, second
from tests.policy import compiled

Json = dict[str, Any]
FATES = {
    ("frontier-technologies", None): "dropped",
    ("innovative-products", "innovative-products"): "split",
    ("innovative-products", "product-catalogue"): "split",
    ("public-service-platforms", "public-service-platforms"): "merged",
    ("cluster-promotion", "public-service-platforms"): "merged",
    ("leasing", "leasing"): "new",
}


@cache
def told() -> Json:
    return edition_report(compiled(), second())


def dated(policy: PolicyDocument, day: str) -> PolicyDocument:
    """Return an edition under another date."""
    data = copy.deepcopy(dict(policy.data))
    data["edition"]["edition"] = day
    return PolicyDocument.read(data)


def here(clause: Json) -> list[Json]:
    return [one for one in told()["changes"] if one["key"] == clause["key"]]


def is_told(truth: Json, change: Json) -> bool:
    sides = [
        truth[side] == change[side] or bool(truth[side] and truth[side] in (change[side] or ""))
        for side in ("old", "new")
    ]
    disputed: bool = change["disputed"] == truth.get("disputed", False)
    return truth["kind"] == change["kind"] and all(sides) and disputed


CLAUSES = pytest.mark.parametrize("clause", edits()["clauses"], ids=lambda one: str(one["why"]))


@CLAUSES
def test_every_change_is_found_by_its_kind(clause: Json) -> None:
    missed = [
        one for one in clause["found"] if not any(is_told(one, other) for other in here(clause))
    ]
    assert missed == []


@CLAUSES
def test_nothing_is_invented(clause: Json) -> None:
    invented = [
        one
        for one in here(clause)
        if one["substance"] and not any(is_told(other, one) for other in clause["found"])
    ]
    assert invented == []


def test_the_term_is_of_substance_and_the_rules_agree() -> None:
    (found,) = (one for one in told()["changes"] if one["key"] == "closing")
    assert any(is_told(one, found) for one in edits()["term"]["found"])
    assert found["signals"] == ["words", "figures", "rules"]


def test_clauses_are_paired_by_their_keys_whatever_their_numbers() -> None:
    found = {(one["key"], one["successor"]): one for one in told()["clauses"]}
    special = {pair: one["fate"] for pair, one in found.items() if pair in FATES}
    assert special == FATES
    for (key, successor), one in found.items():
        assert one["sure"]
        if (key, successor) not in FATES:
            assert key == successor
            assert one["fate"] in ("same", "wording", "changed")


def test_a_clause_that_only_has_another_number_is_the_same() -> None:
    moved = [one for one in told()["clauses"] if one["fate"] == "same" and one["old"] != one["new"]]
    assert len(moved) > 10
    keys = {one["key"] for one in told()["redlines"]}
    # 最高500万元 and 最高0.05亿元 say the same and are shown as they are written
    assert not keys & {one["key"] for one in moved} - {"digital-transformation"}


def test_a_clause_in_another_chapter_is_told_as_moved_whatever_its_number() -> None:
    data = copy.deepcopy(dict(compiled().data))
    data["edition"]["edition"] = "2022-01-01"
    first, second_ = data["edition"]["chapters"][:2]
    second_["clauses"].insert(0, first["clauses"].pop())
    number = second_["clauses"][0]
    report = edition_report(compiled(), PolicyDocument.read(data))
    (change,) = report["changes"]
    assert change["kind"] == "layout" and change["signals"] == ["words"]
    assert (change["old"], change["new"]) == (first["title"]["zh"], second_["title"]["zh"])
    assert change["old_clause"] == change["new_clause"] == number
    assert change["old_paragraph"] is change["new_paragraph"] is None
    assert (report["totals"]["layout"], report["totals"]["substance"]) == (1, 0)
    assert {one["fate"] for one in report["clauses"]} == {"same"}
    for language, words in ((ZH, first["title"]["zh"]), (EN, first["title"]["en"])):
        row = Differences(report, [compiled()], language).row(change)
        assert row.old == Side(words)


def test_what_the_rules_say_stands_beside_the_words() -> None:
    (rate,) = (one for one in told()["changes"] if one["kind"] == "rate")
    assert rate["rules"] == [
        {
            "award": "03-industrial-investment",
            "kind": "rate",
            "old": "不超过20%",
            "new": "不超过15%",
            "old_value": "0.2",
            "new_value": "0.15",
        }
    ]


def test_a_rule_that_changed_alone_is_disputed_and_names_both_sums() -> None:
    (alone,) = (one for one in told()["changes"] if one["signals"] == ["rules"])
    assert (alone["award"], alone["old_value"], alone["new_value"]) == (
        "22-zhejiang-quality",
        "200000",
        "300000",
    )
    assert told()["disputed"] == sum(one["disputed"] for one in told()["changes"])


def test_the_totals_count_what_is_listed() -> None:
    totals, changes = told()["totals"], told()["changes"]
    assert set(totals) == {"substance", "wording", "layout", "asked"}
    assert totals["substance"] == sum(one["substance"] for one in changes)
    assert totals["substance"] + totals["wording"] + totals["layout"] == len(changes)


def test_an_edition_does_not_differ_from_itself() -> None:
    found = edition_report(compiled(), dated(compiled(), "2021-01-01"))
    assert found["changes"] == found["redlines"] == []
    assert {one["fate"] for one in found["clauses"]} == {"same"}


def sides(report: Json, old: str, new: str) -> Any:
    """What a report says, as a set that does not depend on the order: kinds, words and values."""
    turned = {"text-added": "text-dropped"} if (old, new) == ("new", "old") else {}
    back = {value: key for key, value in turned.items()}
    return {
        (
            turned.get(one["kind"], back.get(one["kind"], one["kind"])),
            one[old],
            one[new],
            one[f"{old}_value"],
            one[f"{new}_value"],
            one["disputed"],
        )
        for one in report["changes"]
        if one["substance"]
    }


def test_there_and_back_mirror_each_other() -> None:
    back = edition_report(second(), compiled())
    assert sides(back, "new", "old") == sides(told(), "old", "new")
    for row, mirror in zip(told()["redlines"], back["redlines"], strict=True):
        for one, other in zip(row["paragraphs"], mirror["paragraphs"], strict=True):
            for language in ("zh", "en"):
                assert words(one[language], "old") == words(other[language], "new")
                assert words(one[language], "new") == words(other[language], "old")


def test_an_edition_that_takes_everything_back_is_the_mirror_too() -> None:
    back = edition_report(second(), dated(compiled(), "2022-01-01"))
    assert sides(back, "new", "old") == sides(told(), "old", "new")
    fates = {(one["old"], one["new"]): one["fate"] for one in told()["clauses"]}
    turned = {"merged": "split", "split": "merged", "new": "dropped", "dropped": "new"}
    assert {(one["new"], one["old"]): turned.get(one["fate"], one["fate"])
            for one in back["clauses"]} == fates  # fmt: skip


def words(pieces: list[list[str]], side: str) -> str:
    return "".join(words for op, words in pieces if op in ("same", side))


def test_a_redline_holds_both_texts_to_the_letter() -> None:
    texts = [
        {p.zh for clause in policy.clauses for p in clause.paragraphs}
        for policy in (compiled(), second())
    ]
    rows = [row for one in told()["redlines"] for row in one["paragraphs"]]
    for side, paragraphs in zip(("old", "new"), texts, strict=True):
        inside = [words(row["zh"], side) for row in rows if row[f"{side}_clause"]]
        assert len(inside) > 10
        assert all(any(one in paragraph for paragraph in paragraphs) for one in inside)


def test_a_figure_and_its_unit_are_one_piece() -> None:
    (row,) = next(
        one["paragraphs"] for one in told()["redlines"] if one["key"] == "industrial-investment"
    )
    assert [words for op, words in row["zh"] if op == "old"] == ["20%", "3000万元", "30%", "70%"]
    assert [words for op, words in row["en"] if op == "new"] == [
        "15%",
        "RMB 20 million",
        "40%",
        "60%",
    ]


def with_award(id_: str, edit: Callable[[Json], None]) -> PolicyDocument:
    """Return the front edition with one award changed."""
    data = copy.deepcopy(dict(compiled().data))
    edit(next(award for award in data["awards"] if award["id"] == id_))
    return PolicyDocument.read(data)


def test_a_dropped_step_leaves_the_others_as_they_are() -> None:
    def drop(award: Json) -> None:
        del award["sum"]["steps"][0], award["written"]["sum"]["steps"][0]

    changes = rule_changes(compiled(), with_award("26-core-team", drop))
    assert [(one.old_value, one.new_value) for one in changes] == [
        (5_000_000_000, None),
        (500_000, None),
    ]


def test_a_rule_that_has_the_new_words_is_not_disputed() -> None:
    """不超过30% became 30%, which the rule has as well; its value is the same."""
    (change,) = (
        one for one in edition_report(compiled(), second())["changes"]
        if one["award"] == "14-national-centre"
    )  # fmt: skip
    places = {"old_clause": 4, "new_clause": 4, "award": "04-application-scenario"}
    words = {"kind": "strength", "old": "不超过30%", "new": "30%", "old_value": "0.3"}
    change |= {**places, **words, "new_value": "0.3", "key": "frontier-technologies"}

    def follow(award: Json) -> None:
        award["written"]["sum"]["rate"] = "30%"

    (stays,) = with_rules([change], [], compiled(), compiled())
    (followed,) = with_rules(
        [change], [], compiled(), with_award("04-application-scenario", follow)
    )
    assert (stays["disputed"], followed["disputed"]) == (True, False)


def test_what_was_dropped_has_its_former_number_and_says_so() -> None:
    (line,) = (one for one in summary(told(), "zh").splitlines() if "删去文字：" in one)
    assert line.startswith("  原第4条 ")


def test_another_bound_is_followed_by_the_rule_of_its_own_sentence_only() -> None:
    (change,) = (
        one for one in edition_report(compiled(), second())["changes"]
        if one["kind"] == "strength" and one["award"] == "26-world-500"
    )  # fmt: skip

    def exact(award: Json) -> None:
        award["wording"] = "exact"

    own, other = (with_award(id_, exact) for id_ in ("26-world-500", "26-core-team"))
    change |= {"rules": [], "signals": ["words"], "disputed": False}
    assert [with_rules([change], [], compiled(), one)[0]["disputed"] for one in (own, other)] == [
        False,
        True,
    ]
