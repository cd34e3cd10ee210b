"""What rests on the inside of the theme must fail loudly when the theme changes."""

import pytest

from docs.language import EN
from docs.material import ThemeChanged, mend


def test_a_page_that_lost_the_search_worker_stops_the_build() -> None:
    with pytest.raises(ThemeChanged, match="mkdocs-material"):
        mend('<header class="md-header"></header>', EN)


def test_a_page_without_the_theme_is_left_alone() -> None:
    assert mend("<h1>404</h1>", EN) == "<h1>404</h1>"
