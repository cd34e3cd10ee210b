"""The page on coverage has all clauses, counts that match the files, and the scores."""

import json
import re
from pathlib import Path

import pytest

from clauses import PolicyFilesError
from clauses.cases import all_cases
from clauses.document import PolicyDocument
from clauses.wizard_part import policy_hash
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.pages import coverage as page
from docs.site.pages.coverage import coverage, coverage_page
from docs.site.pages.render import Renderer
from docs.site.scores import MutationScore, MutationScores, read_scores
from docs.site.words import words
from tests.policy import document

MEASURED = MutationScores(
    policy=policy_hash(document()),
    data={
        "03": MutationScore(mutants=40, killed=39, equivalent=1),
        "08": MutationScore(mutants=3, killed=2),
    },
    engine={
        "closing": MutationScore(mutants=1001, killed=1000),
        "limits": MutationScore(mutants=2, killed=2),
    },
)


@pytest.fixture(params=LANGUAGES, ids=lambda language: language.code)
def render(request: pytest.FixtureRequest, policy: PolicyDocument) -> Renderer:
    language: Language = request.param
    return Renderer(policy, language, wizard=False)


def body(render: Renderer, scores: MutationScores | None) -> str:
    return coverage_page(render, all_cases(), scores).body


def test_every_clause_has_its_row_with_its_awards_and_lines(
    render: Renderer, policy: PolicyDocument
) -> None:
    rows = coverage(render, all_cases(), None)
    assert [row.clause.number for row in rows] == list(range(1, 42))
    for row in rows:
        assert [entry.award for entry in row.computed] == row.clause.awards
        assert sum(count for _, count in row.told) == len(row.clause.lines)
    html = body(render, None)
    for number in range(1, 42):
        assert f'<tr id="c{number}">' in html
    for _, award in policy.awards:
        assert f"#{award.id}" in html


def test_the_cases_of_a_clause_are_counted_as_the_files_have_them(render: Renderer) -> None:
    for row in coverage(render, all_cases(), None):
        begin = f"{row.clause.number:02d}-"
        claiming = [
            case
            for case in all_cases()
            if any(claim["award"].startswith(begin) for claim in case.application["claims"])
        ]
        assert row.cases == len(claiming), row.clause.number
    assert str(len(all_cases())) in re.findall(r"[0-9]+", body(render, None))


def test_what_is_undecided_is_what_the_clauses_leave_open(policy: PolicyDocument) -> None:
    rows = coverage(Renderer(policy, ZH, wizard=False), all_cases(), None)
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


def test_scores_that_are_missing_are_told(render: Renderer) -> None:
    html = body(render, None)
    w = render.words
    assert html.count(w["coverage_unmeasured"]) == 2
    assert w["coverage_current"] not in html
    assert "%）" not in html and "%)" not in html


def test_scores_of_this_version_are_shown_to_the_figure(render: Renderer) -> None:
    html = body(render, MEASURED)
    w = render.words
    assert html.count(w["coverage_current"]) == 2
    assert w["coverage_unmeasured"] not in html
    assert w["coverage_killed"] % (39, 39, "100%") in html
    assert w["coverage_killed"] % (2, 3, "66.6%") in html
    assert "<code>closing</code></th><td>1001</td><td>1000</td><td>0</td><td>99.9%</td>" in html
    together = f"{w['coverage_together']}</th><td>1003</td><td>1002</td><td>0</td><td>99.9%</td>"
    assert together in html
    # an award clause that the measurement left out says so
    row = html[html.index('<tr id="c9">') : html.index('<tr id="c10">')]
    assert w["coverage_unmeasured_here"] in row


def test_scores_of_an_earlier_version_say_so(render: Renderer) -> None:
    html = body(render, MEASURED.model_copy(update={"policy": "sha256:0"}))
    assert html.count(render.words["coverage_earlier"]) == 2
    assert render.words["coverage_current"] not in html


def test_no_file_of_scores_is_no_score(tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    assert read_scores(file) is None
    file.write_text('{"policy": "sha256:", "data": {}, "engine": {}}', encoding="utf-8")
    assert read_scores(file) is None


def test_a_file_of_scores_is_read_as_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    file.write_text(json.dumps(MEASURED.model_dump()), encoding="utf-8")
    assert read_scores(file) == MEASURED


def test_a_file_of_scores_that_is_no_measurement_is_told(tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    file.write_text('{"policy": "sha256:0", "data": {"03": {"mutants": 1}}, "engine": {}}')
    with pytest.raises(PolicyFilesError, match=r"scores\.json:1  data\.03\.killed"):
        read_scores(file)


@pytest.mark.parametrize(
    ("mutants", "killed", "equivalent", "percent"),
    [
        (3, 2, 0, "66.6%"),
        (4, 3, 1, "100%"),
        (2000, 1999, 0, "99.9%"),
        (2, 1, 0, "50%"),
        (1, 0, 1, "—"),
    ],
)
def test_a_share_is_cut_and_never_rounded_up_to_all(
    mutants: int, killed: int, equivalent: int, percent: str
) -> None:
    assert MutationScore(mutants=mutants, killed=killed, equivalent=equivalent).percent == percent


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
        html = body(Renderer(policy, language, wizard=False), None)
        part = html[html.index('id="figures"') : html.index('id="engine"')]
        assert words(language)["coverage_figures_lead"] % (3, 1, 2) in part
        assert "39亿元" in part and language.of(reason) in part
        assert "20%" not in part
        assert "2020-03-16/39/#p1" in part and "2020-03-16/status/#letter" in part


def test_the_figures_of_the_text_are_those_of_its_passages(render: Renderer) -> None:
    figures = page.figures_of(render.policy)
    html = body(render, None)
    part = html[html.index('id="figures"') : html.index('id="engine"')]
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
