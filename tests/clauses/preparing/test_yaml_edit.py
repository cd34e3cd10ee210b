"""Changes of a YAML text in place."""

import pytest

from clauses.preparing.yaml_edit import YamlEdit, scalar_text
from clauses.yaml12 import load


def test_lines_put_in_at_one_place_stay_in_the_order_in_which_they_were_asked_for() -> None:
    edit = YamlEdit("a: 1\nz: 2\n")
    keys = [f"{letter}{n}" for letter in "hgfedcb" for n in range(3)]
    for key in keys:
        edit.insert_after(("a",), f"{key}: 0\n")
    assert list(YamlEdit(edit.written()).data) == ["a", *keys, "z"]


@pytest.mark.parametrize(
    "text", ["0.3333333333333333333333333333", "9" * 19, "1/3", "900", "第三年"]
)
def test_every_text_is_written_so_that_it_is_read_as_the_same(text: str) -> None:
    assert load(f"a: {scalar_text(text)}\n") == {"a": text}
