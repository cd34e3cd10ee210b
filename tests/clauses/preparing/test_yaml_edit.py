"""Changes of a YAML text in place."""

from clauses.preparing.yaml_edit import YamlEdit


def test_lines_put_in_at_one_place_stay_in_the_order_in_which_they_were_asked_for() -> None:
    edit = YamlEdit("a: 1\nz: 2\n")
    keys = [f"{letter}{n}" for letter in "hgfedcb" for n in range(3)]
    for key in keys:
        edit.insert_after(("a",), f"{key}: 0\n")
    assert list(YamlEdit(edit.written()).data) == ["a", *keys, "z"]
