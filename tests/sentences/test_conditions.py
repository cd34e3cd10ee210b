"""A condition of every kind beside a sum of every kind: checked, drawn, and said in the results."""

import re
from copy import deepcopy
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import results
from clauses.check.translation_chinese import read_chinese_figures
from clauses.document import PolicyDocument
from clauses.english_figures import read_english_figures
from clauses.yaml12 import load
from docs.site.language import LANGUAGES
from docs.site.pages.drawing import BOTTOM, LEFT, RIGHT, TOP, Drawing
from docs.site.pages.facts import facts_of
from eligibility import Policy, assess
from eligibility.mechanisms import MECHANISMS, sum_of
from eligibility.mechanisms.parts import PARTS
from nearness import curves, near_misses, worthwhile
from results.near import describe_near
from tests.eligibility.applications import CODES
from tests.policy import compiled
from tests.results.test_page import Outline
from tests.sentences.encoded import amount, encoded, result
from tests.sentences.test_given import OWN

Json = dict[str, Any]
KINDS: list[Json] = load(Path(__file__).with_name("conditions.yml").read_text("utf-8"))
RAW = re.compile(r"\b(asked|None)\b|{")
"""What no reader may see: a name of the file, a value that is missing, a hole of a template."""


def named(kinds: list[Json]) -> list[Any]:
    return [pytest.param(kind, id=kind["id"]) for kind in kinds]


def sentence(kind: Json) -> Json:
    """Return the condition as a whole sentence with a fixed sum."""
    when = [{"words": kind["zh"], **condition} for condition in kind["when"]]
    zh = f"对{kind['zh']}的企业，给予5万元奖励。"
    return {"zh": zh, "facts": kind["facts"], "when": when, "sum": {"amount": "5万元"}}


@pytest.mark.parametrize("kind", named(KINDS))
def test_it_passes_the_check_and_decides(kind: Json, tmp_path: Path) -> None:
    found = encoded(sentence(kind), tmp_path)
    assert (found.faults, found.unclaimed) == ([], [])
    assert found.award is not None
    assert amount(result(found.award, kind["met"])) == 50_000
    assert amount(result(found.award, kind["unmet"])) == 0
    chinese = [one.meaning for one in read_chinese_figures(kind["zh"])]
    assert chinese == [one.meaning for one in read_english_figures(kind["en"])] or "date" in str(
        kind["facts"]
    )


# a claim that pays, for each mechanism of the policy
PAYING: dict[str, Json] = {
    "03-industrial-investment": {"actual_input": "100000000", "selected": True},
    "05-demo-base": {"level": "provincial"},
    "07-service-company-revenue": {
        "revenue": "50000000", "prior_best": "49999999", "service_company": True,
    },
    "09-software-rd": {"rd": "6500000", "sales": "50000000", "software_enterprise": True},
    "13-green-product": {"level": "national"},
    "22-pin-product": {"route": "certified", "existing_enterprise": True},
    "29-cluster-match": {"national_grant": "2000000", "listed": True},
    "37-land-floor": {
        "area_m2": "50000", "minimum_price": "384", "in_catalogue": True, "intensive": True,
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Json, Json]]:
    """An award of each mechanism and with each part of a composed sum, and answers that pay."""
    folder = tmp_path_factory.mktemp("sums")
    awards = {award["id"]: award for award in compiled().data["awards"]}
    found = [(awards[id_], facts) for id_, facts in PAYING.items()]
    assert {award["sum"]["mechanism"] for award, _ in found} == {*MECHANISMS}
    seen: set[str] = set()
    for entry in OWN:
        parts = {*re.findall(r"'(\w+)': ", str(entry.get("sum", "")))} & {*PARTS}
        paid = [facts for facts, due in entry.get("examples", ()) if Fraction(str(due))]
        if parts <= seen or not paid:
            continue
        award = encoded(entry, folder).award
        if award is None:
            continue  # test_given says what is wrong with the sentence
        found.append(({**award, "id": f"01-{entry['id'].lower()}"}, paid[0]))
        seen |= parts
    return found


def beside(kind: Json, bases: list[tuple[Json, Json]], folder: Path) -> PolicyDocument:
    """Return the policy with the condition beside every sum."""
    made = encoded(sentence(kind), folder).award
    assert made is not None
    awards = []
    for award, _ in bases:
        figure = sum_of(award["sum"]).figure
        own = {name: figure if name == "figure" else name for name in kind["facts"]}
        if not all(own.values()):
            continue  # its sum follows no figure
        conditions = deepcopy(made["conditions"])
        for condition in conditions:
            condition["fact"] = own[condition["fact"]]
            if condition["test"].get("of"):
                condition["test"]["of"] = own[condition["test"]["of"]]
        labels = {"asked": "the first answer", "base": "the second answer"}
        facts = [
            {**fact, "label": {"zh": fact["label"]["zh"].replace("asked", "种类"), "en": label}}
            for fact in made["facts"]
            if (label := labels.get(fact["name"]))
        ]
        alone: Json = {key: [] for key in ("adds_to", "excludes", "readings", "review", "stages")}
        awards.append(
            {
                **award, **alone, "limit": None, "further": None,
                "facts": [*award["facts"], *facts],
                "conditions": [*award["conditions"], *conditions],
            }
        )  # fmt: skip
    awards += [award for award in compiled().data["awards"] if award["id"] == "22-pin-enterprise"]
    return PolicyDocument.read({**compiled().data, "awards": awards, "alternatives": []})


def drawing_is_sound(award: str, drawn: Drawing) -> None:
    """A drawing stays in its field, and says of a condition only what was taken."""
    places = [[float(number) for number in place.split(",")] for place in drawn.line.split()]
    assert all(LEFT <= x <= RIGHT and TOP <= y <= BOTTOM for x, y in places), award
    assert min(y for _, y in places) < BOTTOM
    assert not RAW.search(drawn.taken + drawn.description)


@pytest.mark.parametrize("kind", named(KINDS))
def test_every_page_says_it_beside_every_sum(
    kind: Json, bases: list[tuple[Json, Json]], tmp_path: Path
) -> None:
    policy = beside(kind, bases, tmp_path)
    for language in LANGUAGES:
        for id_, facts in facts_of(policy, language).items():
            assert not RAW.search(facts.rule)
            if facts.drawing is not None:
                drawing_is_sound(id_, facts.drawing)


@pytest.mark.parametrize("kind", named([kind for kind in KINDS if "figure" not in kind["facts"]]))
def test_the_results_say_it_beside_every_sum(
    kind: Json, bases: list[tuple[Json, Json]], tmp_path: Path
) -> None:
    document = beside(kind, bases, tmp_path).wizard
    policy = Policy.from_document(document)
    for answers in (kind["met"], kind["unmet"]):
        application = claimed(bases, answers)
        assessment = assess(policy, application)
        paid = {one["status"] for one in assessment["awards"]}
        due = answers is kind["met"]
        assert paid <= ({"payable", "reference", "non-cash"} if due else {"not-eligible"})
        misses = worthwhile(near_misses(policy, application, most=10_000))
        near = results.Near(misses, curves(policy, application))
        view = describe_near(document, application, assessment, near, "zh")
        if not due:
            payable = sum(award["wording"] in ("exact", "ceiling") for award, _ in bases)
            said = [kind["near"]] * payable if "near" in kind else []
            assert [miss.condition for miss in view.misses] == said
        for language in LANGUAGES:
            page = (document, application, assessment, language.code)
            html = results.page(*page, near=near)
            told = results.memo(*page, near)
            for text in (Outline(html).text, told):
                assert not RAW.search(text)


# without kinds that compare the figure of the sum: its own ends depend on the sum
@pytest.mark.parametrize("kind", named([kind for kind in KINDS if "figure" not in kind["facts"]]))
def test_an_open_answer_gives_the_range_over_all_answers(
    kind: Json, bases: list[tuple[Json, Json]], tmp_path: Path
) -> None:
    document = beside(kind, bases, tmp_path).wizard
    policy = Policy.from_document(document)
    asked = {fact["name"]: fact for fact in document["awards"][0]["facts"]}
    conditions = document["awards"][0]["conditions"]
    tests = [one["test"] for one in conditions if one["fact"] in kind["facts"]]
    figures = [one["figure"] for one in tests if "figure" in one]
    for answers in (kind["met"], kind["unmet"]):
        for name in answers:
            tried = answers_around(asked[name], answers, figures)
            sums = [paid_for(policy, bases, {**answers, name: one}) for one in tried]
            shown = assess(policy, claimed(bases, {**answers, name: None}))["awards"]
            for award, *seen in zip(shown, *sums, strict=True):
                counts = {(one["amount"], one["status"] == "payable") for one in seen}
                assert award["missing"] == ([name] if len(counts) > 1 else []), award["award"]
                amounts = sorted(Fraction(one["amount"] or 0) for one in seen)
                span = award["range"] or [award["amount"] or "0"] * 2
                if len({*amounts}) > 1:
                    assert [*map(Fraction, span)] == [amounts[0], amounts[-1]], award["award"]


@pytest.mark.parametrize("kind", named([kind for kind in KINDS if "figure" in kind["facts"]]))
def test_an_open_figure_of_the_sum_gives_a_range_that_holds_every_sum(
    kind: Json, bases: list[tuple[Json, Json]], tmp_path: Path
) -> None:
    document = beside(kind, bases, tmp_path).wizard
    policy = Policy.from_document(document)
    answers = {name: kind["met"][name] for name in kind["facts"] if name != "figure"}
    awards = {award["id"] for award in document["awards"]}
    for award, facts in bases:
        figure = sum_of(award["sum"]).figure
        if award["id"] not in awards or figure is None:
            continue

        tried = [f"{digit}{'0' * zeros}" for digit in (1, 2, 5, 6) for zeros in range(12)]
        given = {**facts, **answers}
        sums = [paid_for(policy, [(award, given)], {figure: one})[0] for one in tried]
        paid = {Fraction(one["amount"] or 0) for one in sums}
        (shown,) = assess(policy, claimed([(award, given)], {figure: None}))["awards"]
        least, most = shown["range"] or [shown["amount"] or "0"] * 2
        assert Fraction(least) <= min(paid), award["id"]
        assert most is None or max(paid) <= Fraction(most), award["id"]


def claimed(bases: list[tuple[Json, Json]], answers: Json) -> Json:
    """Claim every award, each for a subject of its own."""
    claims = [
        {
            "id": str(number), "award": award["id"], "subject": f"{number}号",
            "date": "2021-06-30", "facts": {**facts, **answers},
        }
        for number, (award, facts) in enumerate(bases)
    ]  # fmt: skip
    return {"claims": claims, "paid": []}


def paid_for(policy: Policy, bases: list[tuple[Json, Json]], answers: Json) -> list[Json]:
    """Return what is paid for each claim."""
    found: list[Json] = assess(policy, claimed(bases, answers), only_sums=True)["awards"]
    return found


def answers_around(fact: Json, answers: Json, figures: list[str]) -> list[Any]:
    """Return answers to a fact on both sides of whatever a condition may compare it with."""
    match fact["type"]:
        case "yes-no":
            return [True, False]
        case "code":
            return [*fact["options"]]
        case "level" | "star" | "scope":
            return CODES[fact["type"]]
        case "date":
            return ["1990-01-01", *figures, *answers.values(), "2100-01-01"]
    known = [Fraction(answer) for answer in answers.values()]
    edges = {Fraction(0), Fraction(10**11), *map(Fraction, figures), *known}
    for one, figure in product(known, map(Fraction, figures)):
        edges |= {one * figure, one / figure, one + figure, one - figure}
    least = Fraction(1, 1 if fact["type"] in ("count", "years") else 10**4)
    steps = {edge // least + step for edge in edges for step in (-1, 0, 1, 2)}
    return [str(Decimal(step) * least.numerator / least.denominator) for step in steps if step >= 0]


@pytest.mark.parametrize(
    ("asked", "condition", "told"),
    [
        ("yes-no 获奖", {"compares": "超过200万元"}, "condition-type"),
        ("money 研发费用", {"compares": "不低于3%"}, "condition-type"),
        ("count 员工", {"compares": "超过200万元"}, "condition-type"),
        ("money 研发费用", {"is": True}, "condition-type"),
        ("money 研发费用", {"in": ["national"]}, "condition-type"),
        ("level 级别", {"in": ["world"]}, "answer-unknown"),
        ("money 研发费用", {"compares": "超过200万元", "of": "base"}, "base-of-what"),
        ("date 日期", {"compares": "2021年3月1日以后", "over": "base"}, "base-of-what"),
        ("money 研发费用", {"compares": "不低于3%", "of": "base", "over": "base"}, "two-bases"),
        ("count 员工", {"compares": "不低于3%", "of": "base"}, "condition-type"),
        ("percentage 增速", {"compares": "5个百分点", "above": "base"}, "condition-type"),
        ("money 研发费用", {"compares": "不低于3%", "of": "asked"}, "base-itself"),
        ("money 产值", {"compares": "2倍", "of": "base"}, "figure-compared"),
        ("count 税收排名", {"compares": "前50名"}, "figure-compared"),
        ("quantity 容积率", {"compares": "不低于2.0"}, "figure-compared"),
        ("percentage 税收排名", {"compares": "10%", "words": "税收排名前10%"}, "threshold"),
        ("percentage 能耗", {"compares": "20%", "words": "能耗低于行业平均20%"}, "threshold"),
        (
            "money 出口额",
            {"compares": "达到500万", "words": "出口额达到500万美元"},
            "figure-in-part",
        ),
        ("count 员工", {"compares": "超过100人", "given": {"base": ["x"]}}, "condition-type"),
        ("level 级别", {"in": ["national"], "given": {"asked": ["world"]}}, "answer-unknown"),
    ],
)
def test_a_condition_that_no_answer_can_meet_is_refused(
    asked: str, condition: Json, told: str, tmp_path: Path
) -> None:
    words = str(condition.get("words", condition.get("compares", "获奖")))
    entry = {
        "zh": f"对{words}的企业，给予5万元奖励。",
        "facts": {"asked": asked, "base": "money 营业收入"},
        "when": [{"fact": "asked", **condition, "words": words}],
        "sum": {"amount": "5万元"},
    }
    assert told in [fault.split(":")[0] for fault in encoded(entry, tmp_path).faults]
