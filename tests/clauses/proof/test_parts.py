"""What the text must say of a part is kept under the name of that part."""

from clauses.proof import parts
from eligibility.mechanisms.parts import PARTS
from tests.imports import ROOT


def test_each_module_is_of_a_part_and_is_used() -> None:
    files = {path.stem for path in (ROOT / "clauses/proof/parts").glob("*.py")} - {"__init__"}
    assert set(parts.CHECKS) == files
    assert files <= set(PARTS)
