"""The words for levels in the policy."""

import pytest

from clauses.levels import codes_named, scan_levels, word_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("对获得国家级、省级示范的基地", ["国家级", "省级"]),
        ("评定为省五星、四星级小微企业园", ["五星", "四星"]),
        ("认定为国内、省内装备首台（套）产品", ["国内", "省内"]),
        ("市级财政给予市级创新中心", ["市级"]),
        ("由融资性担保机构、市级政府、金融机构", []),
        ("千亿级龙头培育企业、市行业级平台", ["千亿级", "行业级"]),
        ("产业发展平台能级、挂牌板块升级、国内外", []),
    ],
)
def test_levels_are_found_in_a_running_text(text: str, words: list[str]) -> None:
    found = scan_levels(text)
    assert [level.words for level in found] == words
    assert all(text[level.start : level.end] == level.words for level in found)


@pytest.mark.parametrize(
    ("kind", "text", "codes"),
    [
        ("level", "列入国家级、省级项目计划", {"national", "provincial"}),
        ("level", "市级以上创新中心", {"municipal", "provincial", "national"}),
        ("level", "省级以上", {"provincial", "national"}),
        ("level", "省级及以上", {"provincial", "national"}),
        ("level", "市级及以下", {"municipal", "district"}),
        ("level", "市级财政给予", set()),
        ("star", "四星级以上", {5, 4}),
        ("star", "省五星、四星级", {5, 4}),
        ("scope", "国内、省内", {"domestic", "provincial"}),
    ],
)
def test_a_text_names_codes(kind: str, text: str, codes: set[str | int]) -> None:
    assert codes_named(kind, text) == codes


def test_a_code_has_a_word() -> None:
    assert word_of("level", "provincial") == "省级"
    assert word_of("scope", "provincial") == "省内"
    assert word_of("star", 5) == "五星"
    assert word_of("code", "park") is None
