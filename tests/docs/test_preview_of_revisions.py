"""Right after `revise` every page of a preview is there, and a sum that has no rule yet waits."""

from pathlib import Path

import pytest

from clauses.preparing.preview import preview
from clauses.preparing.revise import revise
from docs.site.editions import Editions
from docs.site.language import LANGUAGES
from docs.site.pages import generated_pages
from docs.site.words import words
from tests.clauses.preparing.conftest import NEW, changed_source, house_in
from tests.policy import compiled

AWARD = "对首台样机，市级财政给予最高123万元奖励。"
DEPARTMENT = "(责任部门:市经信局)"
SECOND = "推进5G等信息通信"
SPLIT = "对省级园区数字化提升改造试点项目"
REVISIONS = {
    "a sentence is new": (SECOND, f"{AWARD}{SECOND}"),
    "a paragraph is new": (SECOND, f"{AWARD}{DEPARTMENT}\n\n{SECOND}"),
    "a clause is new": ("本政策有效期", f"42、支持海洋装备。{AWARD}{DEPARTMENT}\n\n本政策有效期"),
    "a paragraph is split": (SPLIT, f"{AWARD}{DEPARTMENT}\n\n{SPLIT}"),
}


@pytest.mark.parametrize("change", REVISIONS.values(), ids=REVISIONS.keys())
def test_a_preview_has_every_page_and_marks_a_sum_without_a_rule(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    root, text = house_in(tmp_path), tmp_path / "revised.txt"
    text.write_text(changed_source([change]), "utf-8")
    revise(text, NEW, root, cache=tmp_path / "cache")
    document = preview(root, NEW.isoformat())
    editions = Editions.of(compiled(), [document])
    for language in LANGUAGES:
        made = generated_pages(document, language, wizard=True, editions=editions)
        (url,) = (url for url in made if url.endswith("coverage/"))
        row = made[url].body.partition("123万元")[2].partition("</tr>")[0]
        assert words(language)["waiting_text"] in row
