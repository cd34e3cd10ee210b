"""The form holds every award and every fact, in both languages, and all its words."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from markupsafe import escape

from answers.questions import options
from results.words import LANGUAGES
from tests.policy import EDITION, compiled, document
from tests.wizard.editions import DROPPED, LATER, later
from wizard.page.form import PAGE, OtherEdition, parts, render, words
from wizard.page.place import PagePlace

FILES = {"worker": "w.js", "runtime": "r/", "archive": "a.zip", "results": "q.zip",
         "workbook": "b.zip", "policy": "p.json", "early": "e.js", "guard": "g.js",
         "parts": "p-zh.json"}  # fmt: skip


def page(language: str) -> str:
    """Return the page of one language, including the parts that the script adds."""
    topics = compiled().topics
    return render(document(), topics, PagePlace(language), FILES) + parts(
        document(), topics, PagePlace(language)
    )


def entries() -> list[dict[str, Any]]:
    """Return everything that can be claimed."""
    return [*document()["awards"], *({**line, "facts": []} for line in document()["lines"])]


class Tags(HTMLParser):
    """Collects the attributes of every tag, by card."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cards: dict[str, list[dict[str, str | None]]] = {}
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self._card = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "template":
            self._card = (found.get("id") or "").removeprefix("card-")
        self.cards.setdefault(self._card, []).append(found)
        self.all.append((tag, found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_award_and_line_has_a_card_and_a_place_in_the_list(language: str) -> None:
    tags = Tags(page(language))
    wanted = [entry["id"] for entry in entries()]
    assert wanted
    assert [entry for entry in wanted if entry not in tags.cards] == []
    listed = [attrs["data-add"] for _, attrs in tags.all if "data-add" in attrs]
    assert sorted(filter(None, listed)) == sorted(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_asked_with_all_its_answers_and_not_sure(language: str) -> None:
    html = page(language)
    cards = Tags(html).cards
    for entry in entries():
        tags = cards[entry["id"]]
        for fact in entry["facts"]:
            fields = [tag for tag in tags if tag.get("data-fact") == fact["name"]]
            assert fields, (entry["id"], fact["name"])
            card = html.split(f'id="card-{entry["id"]}"')[1].split("</template>")[0]
            if fact["type"] in ("money", "area"):
                assert fields[0]["type"] == "text"
                assert "inputmode" not in fields[0], "a keyboard of digits has no 亿"
            else:
                field = card.split(f'data-field="{fact["name"]}"')[1].split("data-field=")[0]
                values = set(re.findall(r'value="([^"]*)"', field))
                assert values == {"", *options(fact)}, (entry["id"], fact["name"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_the_text_calls_a_ceiling_is_labelled_as_one(language: str) -> None:
    html, most = page(language), {"zh": "最高", "en": "at most"}[language]
    worded = set()
    for entry in entries():
        card = html.split(f'id="card-{entry["id"]}"')[1].split("</template>")[0]
        row = html.split(f'data-offer="{entry["id"]}"')[1].split("</label>")[0]
        source = card.split('class="wizard-source"')[1].split("</p>")[0]
        for label in (source, row.split("<small>")[1]):
            named = any(figure.isdigit() for figure in label.split(" · ")[1])
            assert (most in label) == (named and entry["wording"] == "ceiling"), entry["id"]
            worded.add(entry.get("wording") if named else None)
    assert worded >= {"exact", "ceiling"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_label_and_what_describes_it(language: str) -> None:
    for card, tags in Tags(page(language)).cards.items():
        ids = {tag["id"] for tag in tags if tag.get("id")}
        labelled = {tag["for"] for tag in tags if tag.get("for")}
        described = {id_ for tag in tags for id_ in (tag.get("aria-describedby") or "").split()}
        assert labelled <= ids, card
        assert described <= ids, card


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_no_script_or_style_of_its_own(language: str) -> None:
    for tag, attrs in Tags(page(language)).all:
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]
        assert tag != "style"
        assert tag != "script" or attrs.get("src")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_is_relative(language: str) -> None:
    places = re.findall(
        r'(?:href|src|data-worker|data-archive|data-results|data-policy|data-parts)="([^"]*)"',
        page(language),
    )
    assert places
    beside = ("../", "engine/")
    assert [place for place in places if not place.startswith(beside)] == []


def test_the_words_have_the_same_parameters_in_both_languages() -> None:
    chinese, english = words("zh"), words("en")
    parameters = re.compile(r"\{(\w+)\}")
    for key, text in chinese.items():
        assert sorted(parameters.findall(text)) == sorted(parameters.findall(english[key])), key


def test_no_word_has_the_name_of_a_method() -> None:
    """In a template, `w.copy` would be the method of the dictionary."""
    assert [key for key in words("zh") if hasattr(dict, key)] == []


def test_every_word_that_is_used_is_there_and_every_word_is_used() -> None:
    templates = "\n".join(path.read_text("utf-8") for path in PAGE.glob("*.j2"))
    scripts = "\n".join(path.read_text("utf-8") for path in PAGE.glob("*.js"))
    python = "\n".join(
        path.read_text("utf-8")
        for path in [*PAGE.glob("*.py"), *(PAGE.parent / "answers").glob("*.py")]
    )
    used = set(re.findall(r"\bw\.(\w+)", templates)) | set(re.findall(r'say\("([\w-]+)"', scripts))
    used |= set(re.findall(r'\b(?:w|_words)\["(\w+)"\]', python))
    used |= {key for key in words("zh") if f'"{key}"' in python + scripts}
    made = ("level_", "star_", "scope_", "unit_", "total_", "fault_", "step_", "planned_",
            "add_", "aside_", "drop_", "more_", "offers_", "state_")  # fmt: skip
    missing = {key for key in used if key not in words("zh")}
    idle = {key for key in words("zh") if key not in used and not key.startswith(made)}
    assert (missing, idle - {"yes", "no"}) == (set(), set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_stands_in_the_table_for_readers_without_scripts(language: str) -> None:
    (table,) = re.findall(
        r'<noscript id="wizard-every">(.*?)</noscript>', page(language), re.DOTALL
    )
    rows = set(re.findall(r'<th scope="row">(.*?)</th>', table))
    names = {escape(entry["name"][language]) for entry in entries()}
    assert rows == names
    assert re.findall(r'data-topic="([^"]+)"', table)


# several editions


@pytest.mark.parametrize(
    ("place", "home", "assets"),
    [
        (PagePlace("zh"), "../", "../"),
        (PagePlace("en"), "../", "../../"),
        (PagePlace("zh", "2099-01-01"), "../../", "../../"),
        (PagePlace("en", "2099-01-01"), "../../", "../../../"),
    ],
)
def test_a_page_finds_its_files_its_clauses_and_the_other_editions(
    place: PagePlace, home: str, assets: str
) -> None:
    topics, named = compiled().topics, "2098-01-01（已废止）"
    others = [OtherEdition(named, f"{home}2098-01-01/wizard/", "other.json", "2098-01-01")]
    html = render(document(), topics, place, FILES, others=others)
    assert f'data-policy="{assets}assets/wizard/p.json"' in html
    assert f'href="{home}trust/"' in html
    assert f'href="{home}{document()["edition"]}/awards/"' in html
    assert f'href="{home}2098-01-01/wizard/" data-other-edition>2098-01-01（已废止）</a>' in html
    assert f'data-against="{assets}assets/wizard/other.json" data-day="2098-01-01"' in html
    assert (f'data-home="{home}"' in html) == bool(place.edition)
    assert f'href="{home}{document()["edition"]}/03/#p' in parts(document(), topics, place)


def test_with_one_edition_no_page_speaks_of_others() -> None:
    assert "data-other-edition" not in page("zh")
    assert "data-home" not in page("zh")
    assert "between" not in page("zh")
    assert words("zh")["editions_title"] not in page("zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_calls_no_draft_what_is_in_force(language: str) -> None:
    place, topics = PagePlace(language, LATER), compiled().topics
    kept = [topic.awards for topic in topics.topics]
    assert any(DROPPED in awards for awards in kept)
    known = {entry["id"] for entry in [*later()["awards"], *later()["lines"]]}
    only = [replace(t, awards=[one for one in t.awards if one in known]) for t in topics.topics]
    others = [OtherEdition(EDITION, "../../wizard/", "other.json", EDITION)]
    html = render(later(), replace(topics, topics=only), place, FILES, others=others)
    html += parts(later(), replace(topics, topics=only), place)
    own = re.sub("|".join(map(re.escape, quoted(language))), "", html)
    assert re.search("征求意见|草案|draft", own, re.I) is None
    assert {"zh": f"{LATER}（施行中）", "en": f"{LATER} (in force)"}[language] in html


def quoted(language: str) -> list[str]:
    """Return the words of the policy itself, which may speak of drafts."""
    entries_ = [*later()["awards"], *later()["lines"]]
    return [str(escape(entry["quote"][language])) for entry in entries_]
