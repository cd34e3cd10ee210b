"""What rests on the inside of the theme must fail loudly when the theme changes."""

import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from docs.site.material import ThemeChangedError, adapt

HEADER = """<header class="md-header"><div class="md-header__topic">
<span class="md-ellipsis"> {name} </span></div></header>"""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("某政策（征求意见稿）", ["某政策", "征求意见稿"]),
        ("A policy (draft for comment)", ["A policy", "draft for comment"]),
        ("某政策", ["某政策"]),
    ],
)
def test_the_wordmark_is_the_name_of_the_site_and_its_state_below(
    name: str, shown: list[str]
) -> None:
    page = HEADER.format(name=name) + '"assets/javascripts/workers/search.0.min.js"'
    assert re.findall(r'<span class="wordmark__\w+">([^<]*)</span>', adapt(page)) == shown


def test_a_page_that_lost_the_search_worker_stops_the_build() -> None:
    with pytest.raises(ThemeChangedError, match="mkdocs-material"):
        adapt('<header class="md-header"></header>')


def test_lines_begin_at_the_margin_where_space_says_nothing() -> None:
    page = HEADER.format(name="x") + '"assets/javascripts/workers/search.0.min.js"'
    assert adapt(f"{page}<p>\n    a\n</p><pre>\n  b</pre>").endswith("<p>\na\n</p><pre>\n  b</pre>")


def test_a_page_without_the_theme_is_left_alone() -> None:
    assert adapt("<h1>404</h1>") == "<h1>404</h1>"


def test_a_label_of_a_switch_that_is_not_there_names_none() -> None:
    page = HEADER.format(name="x") + '"assets/javascripts/workers/search.0.min.js"'
    label = '<label class="md-nav__title" for="__toc">'
    assert 'for="__toc"' not in adapt(page + label)
    assert 'for="__toc"' in adapt(page + label + '<input id="__toc">')


def test_the_search_box_is_still_the_one_that_ours_was_made_from() -> None:
    # if it changed, carry the change over into docs/site/theme/partials/search.html
    theme = find_spec("material")
    assert theme is not None and theme.origin is not None
    theirs = Path(theme.origin).parent / "templates" / "partials" / "search.html"
    assert hashlib.sha256(theirs.read_bytes()).hexdigest() == (
        "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30"
    )
