"""What changed between two editions, as readers see it: the page, the histories, feed and data."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema_rs import Draft202012Validator, meta

from clauses.revision.editions import edition_report
from docs.site.differences import Side
from docs.site.editions import Editions
from docs.site.feed import change_entries
from docs.site.history import EditionStep, stages, step_into
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.opendata.write import write_open_data
from docs.site.pages.changes import changes_data, changes_page, history_of, shown_step
from docs.site.pages.clause import clause_pages
from docs.site.pages.notice import counterpart
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from tests.editions.second import second
from tests.policy import compiled

CONTRACT = Path(__file__).parents[2] / "docs" / "contract"
OLD, NEW = "2020-03-16", "2021-01-01"
IN_BOTH = pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)


@cache
def editions() -> Editions:
    return Editions.of(second(), [compiled()])


@cache
def render(language: Language, new: bool = True) -> Renderer:
    policy = second() if new else compiled()
    return Renderer(policy, language, wizard=True, editions=editions())


@cache
def page(language: Language) -> Page:
    found = changes_page(render(language))
    assert found is not None
    return found


@cache
def clauses(language: Language, new: bool = True) -> dict[str, Page]:
    return {one.url: one for one in clause_pages(render(language, new), ())}


class Text(HTMLParser):
    """The words of a page, with `del` and `ins` in brackets; hidden words are left out or kept."""

    def __init__(self, *, hidden: bool) -> None:
        super().__init__()
        self.hidden, self.depth, self.found = hidden, 0, ""
        self.skipping: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "img", "hr", "input"):
            return
        self.skipping.append(not self.hidden and ("class", "hidden") in attrs)
        self.found += {"del": "[-", "ins": "[+"}.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:  # a part of a page ends with tags that it did not open
            self.skipping.pop()
        self.found += {"del": "-]", "ins": "+]"}.get(tag, "")

    def handle_data(self, data: str) -> None:
        if not any(self.skipping):
            self.found += data


def text(html: str, *, hidden: bool = False) -> str:
    reader = Text(hidden=hidden)
    reader.feed(html)
    return reader.found


def section(html: str, key: str) -> str:
    found = re.search(rf'<section class="change" aria-labelledby="{key}">.*?</section>', html, re.S)
    assert found, key
    return found[0]


def rows(html: str) -> list[tuple[str, ...]]:
    """The rows of the table of changes: what, before, after."""
    table = html[html.index("list--changes") :]
    table = table[: table.index("</table>")]
    return [
        tuple(" ".join(text(cell).split()) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S))
        for row in re.findall(r"<tr>.*?</tr>", table, re.S)[1:]
    ]


def test_the_page_names_both_editions_with_date_status_and_term() -> None:
    head = page(ZH).body[: page(ZH).body.index('id="overview"')]
    for words in (OLD, NEW, "征求意见稿", "施行", "2022-12-31", "2024-12-31"):
        assert words in head
    assert "存疑" in head


def test_a_changed_clause_has_its_figures_in_a_table_then_the_redline() -> None:
    found = section(page(ZH).body, "industrial-investment")
    assert rows(found)[:2] == [
        ("比例产业投资项目补助", "不超过20%", "不超过15%"),
        ("最高限额产业投资项目补助", "最高3000万元", "最高2000万元"),
    ]
    assert "给予不超过[-20%-][+15%+]、最高[-3000万元-][+2000万元+]补助" in text(found)
    assert found.index("list--changes") < found.index("redline")


def test_a_level_of_a_row_keeps_its_name_in_english() -> None:
    change = {"award": None, "kind": "tier", "substance": True, "old": None, "old_value": None,
              "new": "市级、10万元", "new_value": "100000", "sure": True}  # fmt: skip
    row = shown_step(step(), EN).differences.row(change)
    assert row.new == Side("city level, RMB 100,000", "市级、10万元")


def test_an_english_page_writes_figures_in_english_beside_the_chinese() -> None:
    found = section(page(EN).body, "industrial-investment")
    assert rows(found)[1] == (
        "ceilingSubsidy for industrial investment projects",
        "at most RMB 30 million 最高3000万元",
        "at most RMB 20 million 最高2000万元",
    )
    assert "capped at [-RMB 30 million-][+RMB 20 million+], is paid" in text(found)


@IN_BOTH
def test_screen_readers_hear_what_was_struck_and_what_was_inserted(language: Language) -> None:
    struck, inserted = (
        ("［删去：20%］", "［增加：15%］")
        if language is ZH
        else ("[struck: 20%]", "[inserted: 15%]")
    )
    said = text(section(page(language).body, "industrial-investment"), hidden=True)
    assert struck in said
    assert inserted in said


@pytest.mark.parametrize(
    ("key", "fate", "words"),
    [
        ("frontier-technologies", "删去", "[-加快前沿技术产业化。"),
        ("leasing", "新增", "[+支持设备融资租赁。"),
        ("public-service-platforms", "合并", "第29条第1款 → 第28条第2款"),
        ("innovative-products", "拆分", "第21条第2款 → 第21条第1款"),
        ("special-fund", "仅措辞", "发展[-中-]的重大问题"),
        ("bank-financing", "有实质变化", "[-（补充核心政策条款）-]"),
    ],
)
def test_every_fate_is_told_with_its_words(key: str, fate: str, words: str) -> None:
    found = text(section(page(ZH).body, key))
    assert fate in found[:400]
    assert words in found


def test_only_a_merged_or_split_clause_says_how_a_moved_sentence_is_marked() -> None:
    several = [
        key
        for key in ("public-service-platforms", "innovative-products", "leasing", "bank-financing")
        if "只换了位置的句子" in text(section(page(ZH).body, key))
    ]
    assert several == ["public-service-platforms", "innovative-products"]


def test_what_came_or_went_with_a_clause_is_listed_with_its_sum() -> None:
    gone = rows(section(page(ZH).body, "frontier-technologies"))
    assert gone == [("删去文字应用场景建设项目补助", "不超过30%、最高1000万元", "无")]


def test_a_dispute_is_named_where_it_stands() -> None:
    words = text(section(page(ZH).body, "innovation-centres"))
    assert "存疑：词句有变，规则未变" in words
    rule = rows(section(page(ZH).body, "brands"))
    assert rule == [("金额“浙江制造精品”企业奖励存疑：规则有变，词句未变", "20万元", "30万元")]


@IN_BOTH
def test_each_key_has_one_place_on_the_page(language: Language) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page(language).body)
    assert len(ids) == len(set(ids))
    keys = {clause.key for policy in editions().all for clause in policy.clauses}
    assert keys <= {*ids}


@IN_BOTH
def test_links_lead_to_pages_of_the_site(language: Language) -> None:
    folder = f"/{language.folder}"
    known = {folder + url for new in (True, False) for url in clauses(language, new)}
    known |= {f"{folder}{OLD}/", f"{folder}{NEW}/", f"/data/{NEW}/changes.json"}
    known |= {f"{folder}wizard/"}
    here = f"{folder}{page(language).url}"
    found = {
        urljoin(here, address) for address in re.findall(r'href="([^"#]+)', page(language).body)
    }
    assert len(found) > 50
    assert found <= known


def test_what_stands_beside_the_clauses_is_compared_too() -> None:
    found = section(page(ZH).body, "part-closing")
    assert rows(found) == [("有效期", "3年", "5年")]
    assert "有效期[-3年-][+5年+]" in text(found)


def test_the_history_of_a_clause_tells_each_edition_and_the_change() -> None:
    body = clauses(ZH)[f"{NEW}/03/"].body
    history = body[body.index('id="history"') :]
    assert history.index(NEW) < history.index(OLD)
    assert f'href="../../{OLD}/03/"' in history
    assert 'href="../changes/#industrial-investment"' in history
    assert ("最高限额产业投资项目补助", "最高3000万元", "最高2000万元") in rows(history)
    assert "[-3000万元-][+2000万元+]" in text(history)


def test_an_older_page_links_to_the_later_change_and_does_not_repeat_it() -> None:
    body = clauses(ZH, False)[f"{OLD}/03/"].body
    history = body[body.index('id="history"') :]
    assert f'href="../../{NEW}/changes/#industrial-investment"' in history
    assert "redline" not in history


def test_a_dropped_clause_says_so_and_leads_to_the_change() -> None:
    body = clauses(ZH, False)[f"{OLD}/04/"].body
    history = body[body.index('id="history"') :]
    assert f'href="../../{NEW}/changes/#frontier-technologies">删去' in history


def test_a_merged_and_a_split_clause_name_where_they_come_from() -> None:
    for number, words in (("28", "合并（来自原第28条和第29条）"), ("21", "拆分（来自原第21条）")):
        assert words in clauses(ZH)[f"{NEW}/{number}/"].body


@IN_BOTH
def test_a_clause_says_in_words_and_with_a_link_where_it_comes_from(language: Language) -> None:
    merged, split = {
        ZH: ("2020-03-16版的第29条“培育产业集群促进机构”并入本条。", "本条从2020-03-16版的第21条“"),
        EN: ("Merged into this clause, from the edition of 2020-03-16: Clause 29 “", "split off"),
    }[language]
    for number, words, source in ((28, merged, 29), (21, split, 21)):
        head, _, history = clauses(language)[f"{NEW}/{number}/"].body.partition('id="history"')
        for part in (head, history):
            assert words in " ".join(text(part).split())
            assert f'<a href="../../{OLD}/{source}/">' in part


MERGED_AND_SPLIT = [
    (OLD, 28, 28, "本条在该版并入第28条", "this clause was merged there into clause 28"),
    (OLD, 29, 28, "本条在该版并入第28条", "this clause was merged there into clause 28"),
    (
        NEW,
        28,
        28,
        "本条由该版第28、29条合并而成",
        "this clause was merged from clauses 28 and 29 there",
    ),
    (OLD, 21, 20, "本条在该版分为第20、21条", "this clause was split there into clauses 20 and 21"),
    (NEW, 20, 21, "本条在该版属第21条", "this clause was part of clause 21 there"),
    (NEW, 21, 21, "本条在该版属第21条", "this clause was part of clause 21 there"),
]


@pytest.mark.parametrize(("date", "number", "to", "zh", "en"), MERGED_AND_SPLIT)
def test_the_notice_names_every_clause_that_a_clause_was_split_into_or_merged_from(
    date: str, number: int, to: int, zh: str, en: str
) -> None:
    policy, other = (compiled(), second()) if date == OLD else (second(), compiled())
    for language, said in ((ZH, zh), (EN, en)):
        found = counterpart(editions(), policy, other, language, f"{date}/{number:02d}/")
        assert found == (f"{other.edition.edition}/{to:02d}/", said)


def test_the_history_links_to_every_part_of_a_split_clause_and_to_all_that_were_merged() -> None:
    for date, number, other, numbers in (
        (OLD, 21, NEW, (20, 21)),
        (NEW, 21, OLD, (21,)),
        (NEW, 28, OLD, (28, 29)),
    ):
        body = clauses(ZH, date == NEW)[f"{date}/{number:02d}/"].body
        history = body[body.index('id="history"') :]
        (row,) = re.findall(rf'<tr><th scope="row">{other}.*?</tr>', history, re.S)
        named = re.findall(r'href="../../[0-9-]+/([0-9]+)/">', row)
        assert tuple(map(int, named)) == numbers


def test_a_clause_is_followed_through_its_numbers() -> None:
    clause = next(one for one in second().clauses if one.key == "special-fund")
    found = stages(editions(), second(), clause)
    assert [(one.policy.edition.edition, one.clause and one.clause.number) for one in found] == [
        (OLD, 39),
        (NEW, 39),
    ]
    old = next(one for one in compiled().clauses if one.key == "cluster-promotion")
    numbers = [one.clause and one.clause.number for one in stages(editions(), compiled(), old)]
    assert numbers == [29, 28]


def test_with_one_edition_nothing_of_it_is_shown() -> None:
    alone = Renderer(compiled(), ZH, wizard=True)
    assert changes_page(alone) is None
    clause = compiled().clauses[2]
    assert history_of(alone, clause) == []
    assert changes_data(alone, clause) == {}
    assert step_into(alone.editions, compiled()) is None
    (shown,) = (one for one in clause_pages(alone, ()) if one.url.endswith("/03/"))
    assert 'id="history"' not in shown.body


def test_an_edition_that_names_another_follows_no_neighbour() -> None:
    data: dict[str, Any] = json.loads(json.dumps(second().data))
    data["edition"]["follows"] = "2019-01-01"
    other = type(second()).read(data)
    assert step_into(Editions.of(other, [compiled()]), other) is None


@IN_BOTH
def test_the_feed_has_an_entry_for_each_changed_clause(language: Language) -> None:
    home = f"https://www.example.org/{language.folder}"
    entries = change_entries(editions(), second(), language, home)
    shown = shown_step(step_into(editions(), second()) or pytest.fail(), language)
    assert len(entries) == len(shown.clauses)
    addresses = [entry["url"] for entry in entries]
    assert len(set(addresses)) == len(addresses)
    assert f"{home}{NEW}/03/" in addresses
    assert f"{home}{NEW}/changes/#frontier-technologies" in addresses
    (first,) = (entry for entry in entries if entry["url"].endswith("/03/"))
    assert ("3000万元" if language is ZH else "RMB 30 million") in first["summary"]
    assert first["updated"].startswith(NEW)


def test_machines_learn_which_clauses_a_clause_changes() -> None:
    clause = next(one for one in second().clauses if one.key == "public-service-platforms")
    data = changes_data(render(EN), clause)
    assert [one["legislationIdentifier"] for one in data["legislationChanges"]] == [
        f"{OLD}/28",
        f"{OLD}/29",
    ]


def test_the_difference_is_published_and_fits_its_schema(tmp_path: Path) -> None:
    write_open_data(editions(), tmp_path)
    published = json.loads((tmp_path / "data" / NEW / "changes.json").read_text("utf-8"))
    schema = json.loads((CONTRACT / "difference.schema.json").read_text("utf-8"))
    meta.validate(schema)
    assert list(Draft202012Validator(schema).iter_errors(published)) == []
    assert published == json.loads(json.dumps(edition_report(compiled(), second())))
    assert not (tmp_path / "data" / OLD / "changes.json").exists()


def test_the_page_can_be_rebuilt_from_what_is_published() -> None:
    """The redlines and rows of the page are those of the published difference."""
    report = json.loads(json.dumps(edition_report(compiled(), second())))
    said = text(page(ZH).body)
    for one in report["redlines"]:
        for row in one["paragraphs"]:
            marks = {"same": "{}", "old": "[-{}-]", "new": "[+{}+]"}
            assert "".join(marks[op].format(words) for op, words in row["zh"]) in said


@IN_BOTH
@pytest.mark.parametrize("signals", [["words"], ["rules"]])
def test_a_status_is_told_by_its_name_and_not_read_as_a_figure(
    language: Language, signals: list[str]
) -> None:
    differences = shown_step(step(), language).differences
    change = {
        "kind": "status", "award": None, "signals": signals, "sure": True, "disputed": False,
        "old": "（试行）", "old_value": "draft", "new": None, "new_value": "issued",
    }  # fmt: skip
    row = differences.row(change)
    said = {ZH: "（试行）" if signals == ["words"] else "征求意见稿", EN: "draft"}[language]
    assert row.old is not None
    assert said in row.old.text


def step() -> EditionStep:
    """The step from the real edition to the made one."""
    found = step_into(editions(), second())
    assert found is not None
    return found
