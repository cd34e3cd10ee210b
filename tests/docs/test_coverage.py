"""The page on coverage has all clauses, and counts that match the files."""

import re

import pytest

from clauses.cases import all_cases
from clauses.document import PolicyDocument
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.pages import coverage as page
from docs.site.pages.coverage import coverage, coverage_page
from docs.site.pages.render import Renderer
from docs.site.words import words
from tests.policy import clause_numbers


@pytest.fixture(params=LANGUAGES, ids=lambda language: language.code)
def render(request: pytest.FixtureRequest, policy: PolicyDocument) -> Renderer:
    language: Language = request.param
    return Renderer(policy, language, wizard=False)


def body(render: Renderer) -> str:
    return coverage_page(render, all_cases()).body


def test_every_clause_has_its_row_with_its_awards_and_lines(
    render: Renderer, policy: PolicyDocument
) -> None:
    rows = coverage(render, all_cases())
    assert [row.clause.number for row in rows] == clause_numbers()
    for row in rows:
        assert [entry.award for entry in row.computed] == row.clause.awards
        assert sum(count for _, count in row.told) == len(row.clause.lines)
    html = body(render)
    for number in clause_numbers():
        assert f'<tr id="c{number}">' in html
    for _, award in policy.awards:
        assert f"#{award.id}" in html


def test_the_cases_of_a_clause_are_counted_as_the_files_have_them(render: Renderer) -> None:
    for row in coverage(render, all_cases()):
        begin = f"{row.clause.number:02d}-"
        claiming = [
            case
            for case in all_cases()
            if any(claim["award"].startswith(begin) for claim in case.application["claims"])
        ]
        assert row.cases == len(claiming), row.clause.number
    assert str(len(all_cases())) in re.findall(r"[0-9]+", body(render))


def test_what_is_undecided_is_what_the_clauses_leave_open(policy: PolicyDocument) -> None:
    rows = coverage(Renderer(policy, ZH, wizard=False), all_cases())
    undecided = {row.clause.number: row.undecided for row in rows if row.undecided}
    pending = {
        clause.number
        for clause in policy.clauses
        if any("（补充核心政策条款）" in paragraph.zh for paragraph in clause.paragraphs)
    }
    assert set(undecided) == pending | {8, 13, 14, 21, 29}
    assert undecided[8] == ["获评示范项目的再奖励：没有单独写明省级一档的金额"]
    assert undecided[17] == ["第1款标注“补充核心政策条款”"]
    assert [gap.split("：")[1] for gap in undecided[14]] == ["各期比例未写明，暂按均分"] * 2
    assert [gap.split("：")[1] for gap in undecided[21]] == [
        "上限未写明",
        "有的情形须由主管部门确认",
        "上限未写明",
    ]


def test_what_only_developers_read_is_not_shown(render: Renderer) -> None:
    html = body(render)
    assert "mechanisms." not in html and "<code>closing</code>" not in html
    assert "%）" not in html and "%)" not in html


def test_a_figure_that_no_rule_uses_is_listed_with_its_reason(
    policy: PolicyDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = policy.edition.status.short
    figures = [
        page.ShownFigure("每年安排", "39亿元", "专项资金", "39.1", [], reason),
        page.ShownFigure("并于", "1月13日", "征求", "函-4", [], reason),
        page.ShownFigure("不超过", "20%", "、", "3.1", ["03-industrial-investment"]),
    ]
    monkeypatch.setattr(page, "figures_of", lambda policy: figures)
    for language in (ZH, EN):
        html = body(Renderer(policy, language, wizard=False))
        part = html[html.index('id="figures"') : html.index('id="cases"')]
        assert words(language)["coverage_figures_lead"] % (3, 1, 2) in part
        assert "39亿元" in part and language.of(reason) in part
        assert "20%" not in part
        assert "2020-03-16/39/#p1" in part and "2020-03-16/status/#letter" in part


def test_the_figures_of_the_text_are_those_of_its_passages(render: Renderer) -> None:
    figures = page.figures_of(render.policy)
    html = body(render)
    part = html[html.index('id="figures"') : html.index('id="cases"')]
    unclaimed = [figure for figure in figures if not figure.claimed_by]
    assert part.count("<tr>") == len(unclaimed) + 1
    for figure in figures:
        if figure.clause:
            number, paragraph = figure.clause
            text = render.policy.clauses[number - 1].paragraphs[paragraph - 1].zh
            assert f"{figure.before}{figure.words}{figure.after}".strip("…") in text
    for figure in unclaimed:
        assert figure.reason is not None
        assert render.language.of(figure.reason) in part
    assert any("20%" in figure.words and figure.place == "3.1" for figure in figures)
    for name in render.policy.no_figures:
        assert name.words in part
