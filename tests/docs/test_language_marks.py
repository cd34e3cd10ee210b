"""Words of the other language are marked, once."""

import pytest

from docs.site.language import EN, ZH
from docs.site.language_marks import mark_languages


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>the words 从高 here</p>", '<p>the words <span lang="zh-CN">从高</span> here</p>'),
        ('<p lang="zh-CN">从高<b>从高</b></p>', '<p lang="zh-CN">从高<b>从高</b></p>'),
        ("<p>a<br>从</p>", '<p>a<br><span lang="zh-CN">从</span></p>'),
        ('<a title="从高">x</a>', '<a title="从高">x</a>'),
        ("<code>从高</code>", "<code>从高</code>"),
    ],
)
def test_chinese_on_an_english_page(html: str, expected: str) -> None:
    assert mark_languages(html, EN) == expected


def test_english_on_a_chinese_page_is_marked_from_three_words_on() -> None:
    html = mark_languages("<p>官方译作little giant enterprise，用MkDocs生成</p>", ZH)
    assert html == '<p>官方译作<span lang="en">little giant enterprise</span>，用MkDocs生成</p>'
