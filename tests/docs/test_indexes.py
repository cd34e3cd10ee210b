"""The indexes: everything is in each of them once, in a sensible order."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from clauses.document import Award, PolicyDocument
from docs.site.language import EN, LANGUAGES, ZH
from docs.site.pages.awards import all_entries, by_kind, by_payee, filters, paying, ranked
from docs.site.pages.examples import examples_of
from docs.site.pages.glossary import letters
from docs.site.pages.indexes import departments
from docs.site.pages.picture import picture
from docs.site.pages.render import Renderer
from docs.site.pages.topics import topics
from docs.site.words import pairs
from tests.policy import paying_awards
from wizard.page.maximum_amount import maximum_amount


@pytest.fixture(scope="module")
def chinese(policy: PolicyDocument) -> Renderer:
    return Renderer(policy, ZH, wizard=True)


@pytest.mark.parametrize(
    ("award", "yuan"),
    [
        ("14-national-centre", Decimal(100_000_000)),  # one sum
        ("05-small-enterprise-park", Decimal(1_000_000)),  # the higher tier
        ("26-core-team", Decimal(2_000_000)),  # the highest step
        ("22-pin-product", Decimal(150_000)),  # half of 300,000
        ("09-software-rd", Decimal(2_000_000)),  # the ceiling of a rate on an excess
        ("21-insurance-premium", None),  # a rate without a ceiling
        ("29-cluster-match", None),  # matching
        ("37-land-floor", None),  # no payment
    ],
)
def test_the_largest_sum_is_the_highest_that_the_draft_names(
    policy: PolicyDocument, award: str, yuan: Decimal | None
) -> None:
    awards = {a.id: a for _, a in policy.awards}
    assert maximum_amount(awards[award].sum) == yuan


def test_awards_stand_from_the_largest_sum_to_what_has_none(chinese: Renderer) -> None:
    rows = ranked(paying(all_entries(chinese)))
    sums = [row.most for row in rows]
    known = [value for value in sums if value is not None]
    assert len(rows) == len(paying_awards()) > len(known) > 0
    assert known == sorted(known, reverse=True)
    assert sums == known + [None] * (len(rows) - len(known))


def test_the_table_says_its_order_without_a_script(built: Path) -> None:
    for folder in ("", "en/"):
        html = (built / folder / "2020-03-16/awards/index.html").read_text(encoding="utf-8")
        assert html.count('aria-sort="descending"') == 1
        values = [Decimal(v) for v in re.findall(r'data-value="([0-9.]+)"><b class="sum">', html)]
        assert values[0] == 100_000_000 and values == sorted(values, reverse=True)


def test_each_entry_is_one_line_with_one_sum_and_short_departments(
    built: Path, policy: PolicyDocument
) -> None:
    for folder, language in (("", ZH), ("en/", EN)):
        html = (built / folder / "2020-03-16/awards/index.html").read_text(encoding="utf-8")
        rows = re.findall(r"<tr[^>]* data-filter=.*?</tr>", html, re.S)
        assert rows
        for row in rows:
            assert row.count('<b class="sum">') <= 1 and "<div" not in row
        for department in policy.edition.departments.values():
            assert department.short and len(language.of(department.short)) <= 30
        economy = policy.edition.departments["economy"]
        assert f'title="{language.of(economy)}">{language.of(economy.brief)}</a>' in html


def test_a_list_is_filtered_only_by_what_stands_in_it(chinese: Renderer) -> None:
    entries = all_entries(chinese)
    marks = [mark for entry in entries for mark in entry.marks]
    chosen = filters(chinese, entries)
    assert [name for name, _, _ in chosen] == ["topic", "department", "payee", "kind"]
    for name, _, options in chosen:
        assert {mark for mark, _ in options} == {m for m in marks if m.startswith(f"{name}-")}
    assert all(entry.place == place for place, entry in enumerate(entries))


def test_every_group_stands_by_its_largest_sum(chinese: Renderer) -> None:
    for group in (*by_kind(chinese), *by_payee(chinese)):
        sums = [entry.sort_value for entry in group.entries]
        assert sums == sorted(sums, reverse=True), group.key
        assert bool(group.most) is (sums[0] >= 0)


def test_each_index_holds_every_award_and_line_once(chinese: Renderer) -> None:
    ids = [award.id for _, award in chinese.policy.awards]
    everything = sorted([*ids, *(line.id for _, line in chinese.policy.lines)])
    for groups in (by_kind(chinese), by_payee(chinese)):
        listed = [entry.item.id for group in groups for entry in group.entries]
        assert sorted(listed) == everything


def test_the_topics_hold_every_award_and_line_the_largest_sum_first(chinese: Renderer) -> None:
    found = topics(chinese)
    awards = {award.id: award for _, award in chinese.policy.awards}
    listed = {entry.item.id for topic in found for entry in topic.entries}
    assert listed == {*awards, *(line.id for _, line in chinese.policy.lines)}
    for topic in found:
        sums = [
            maximum_amount(awards[e.item.id].sum) if e.item.id in awards else Decimal(-1)
            for e in topic.entries
        ]
        keys = [Decimal(0) if value is None else value for value in sums]
        assert keys == sorted(keys, reverse=True), topic.topic.key
    investment = found[0]
    assert investment.most and investment.most.text == "最高3000万元"
    assert {entry.clause.number for entry in investment.entries} >= {2, 3, 19, 20}
    by_key = {topic.topic.key: topic for topic in found}
    centre = by_key["innovation-centre"].most
    assert centre and centre.text == "最高1亿元"


def test_the_home_page_leads_to_the_topics(built: Path) -> None:
    for folder in ("", "en/"):
        html = (built / folder / "index.html").read_text(encoding="utf-8")
        way = re.search(r'href="2020-03-16/topics/"><b>[^<]+</b><span>[^<]*?(\d+)', html)
        assert way
        page = (built / folder / "2020-03-16/topics/index.html").read_text(encoding="utf-8")
        assert len(re.findall(r'<div class="fold__inside" id="[a-z-]+">', page)) == int(way[1])


def test_every_beneficiary_has_a_word_of_its_own(policy: PolicyDocument) -> None:
    codes = {award.payee.code for _, award in policy.awards}
    codes |= {line.payee.code for _, line in policy.lines}
    assert all(f"payee_{code}" in pairs() for code in codes)


def test_a_department_names_what_is_open_in_its_own_paragraphs(chinese: Renderer) -> None:
    found = {entry.code: entry for entry in departments(chinese)}
    economy = found["economy"]
    assert {gap.clause for gap in economy.gaps} >= {8, 14}
    pending = [
        (clause.number, code)
        for clause in chinese.policy.clauses
        for paragraph in clause.paragraphs
        if paragraph.status == "pending"
        for code in paragraph.departments
    ]
    for number, code in pending:
        assert number in {gap.clause for gap in found[code].gaps}
    with_clauses = {
        code for c in chinese.policy.clauses for p in c.paragraphs for code in p.departments
    }
    assert {code for code, entry in found.items() if entry.clauses} == with_clauses


def test_the_register_tells_every_unfinished_paragraph_and_every_oddity(
    built: Path, policy: PolicyDocument
) -> None:
    html = (built / "2020-03-16/undecided/index.html").read_text(encoding="utf-8")
    pending = [
        f'href="../{clause.number:02d}/#p{number}"'
        for clause in policy.clauses
        for number, paragraph in enumerate(clause.paragraphs, 1)
        if paragraph.status == "pending"
    ]
    assert pending and all(link in html for link in pending)
    assert all(oddity.text in html for oddity in policy.edition.oddities)


def test_the_fund_stands_apart_from_the_goals(built: Path) -> None:
    html = (built / "2020-03-16/targets/index.html").read_text(encoding="utf-8")
    fund, goals = html.split('id="fund"')[1].split('id="targets"')
    assert "39亿元" in fund and "39亿元" not in goals.split("</main>")[0].split('id="tasks"')[0]


def test_the_picture_places_each_award_by_its_largest_sum(chinese: Renderer) -> None:
    drawn = picture(chinese)
    dots = {dot.facts.award.id: dot for lane in drawn.lanes for dot in lane.dots}
    assert len(dots) + len(drawn.without) == len(paying_awards())
    ticks = {tick.label: tick.x for tick in drawn.ticks}
    assert dots["14-national-centre"].x == ticks["1亿元"]
    assert dots["17-chokepoint-product"].x == ticks["100万元"]
    assert dots["03-industrial-investment"].sum == "最高3000万元"
    assert dots["14-city-centre"].sum == "1000万元"  # exact, no ceiling
    for lane in drawn.lanes:
        assert len({(dot.x, dot.y) for dot in lane.dots}) == len(lane.dots), "one hides another"
        assert all(0 < dot.y < lane.height for dot in lane.dots)


def test_the_examples_show_what_their_section_says(chinese: Renderer) -> None:
    examples = examples_of(chinese)
    below, above = examples["trials"]
    assert (below.input, below.share, below.result) == ("7500万元", "1500万元", "最高1500万元")
    assert (above.input, above.share, above.result) == ("3亿元", "6000万元", "最高3000万元")
    assert examples["exact"].award.wording == "exact"
    assert sum(examples["counts"]) == len(paying_awards())


def test_the_glossary_lists_every_term_once_in_either_order(policy: PolicyDocument) -> None:
    for language in LANGUAGES:
        listed = [shown.term.key for _, terms in letters(policy, language) for shown in terms]
        assert len(listed) == len(set(listed)) == len(policy.glossary)
    first = [letter for letter, _ in letters(policy, EN)]
    assert first == sorted(first)


def test_a_term_keeps_its_address_when_another_is_added(
    built: Path, policy: PolicyDocument
) -> None:
    first = policy.glossary[0]
    added = replace(first, key="new", zh="新词", en="new word")
    more = replace(policy, glossary=[added, *policy.glossary])
    keys = {s.term.zh: s.term.key for _, terms in letters(more, ZH) for s in terms}
    html = (built / "glossary/index.html").read_text(encoding="utf-8")
    clause = (built / "2020-03-16/26/index.html").read_text(encoding="utf-8")
    for term in policy.glossary:
        assert f'class="fold__inside" id="{keys[term.zh]}"' in html
    links = set(re.findall(r'href="../../glossary/#([^"]+)"', clause))
    assert "shi-jie-500-qiang" in links and links <= set(keys.values())


def test_the_whole_text_is_the_source_in_its_order(built: Path, policy: PolicyDocument) -> None:
    for folder, code in (("", "zh"), ("en/", "en")):
        html = (built / folder / "2020-03-16/text/index.html").read_text(encoding="utf-8")
        text = re.sub(r"<[^>]+>", "", html).replace("&#39;", "'").replace("&amp;", "&")
        edition = policy.edition
        parts = [edition.preamble, *(p for c in policy.clauses for p in c.paragraphs)]
        place = 0
        for part in [*parts, *edition.closing, *edition.footnotes]:
            place = text.find(getattr(part, code), place) + 1
            assert place > 0, getattr(part, code)


def test_an_award_counts_by_the_mechanism_that_computes_it(chinese: Renderer) -> None:
    groups = {group.key: group for group in by_kind(chinese)}
    ids = {
        key: [entry.item.id for entry in group.entries if isinstance(entry.item, Award)]
        for key, group in groups.items()
    }
    assert "09-software-rd" in ids["rate"] and "22-pin-product" in ids["fixed"]
    assert ids["matching"] == ["29-cluster-match"] and ids["floor"] == ["37-land-floor"]
    assert len(ids["steps"]) == 3 and not ids["pending"]
