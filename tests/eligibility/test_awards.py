"""Which lines of the policy are titles, and which are paid by steps."""

import pytest

from tests.policy import policy


@pytest.mark.parametrize(
    ("line", "is_title", "by_steps"),
    [
        ("22-zhejiang-quality", True, False),  # one sum
        ("26-champion-title", True, False),  # a sum for each of three titles
        ("03-industrial-investment", False, False),  # a share of the input
        ("07-service-company-revenue", False, True),  # 首次
        ("03-major-demo", False, False),  # 一事一议: no sum at all
    ],
)
def test_a_title_is_a_line_whose_sum_depends_on_no_figure(
    line: str, is_title: bool, by_steps: bool
) -> None:
    award = policy().awards[line]
    assert (award.is_title, award.by_steps) == (is_title, by_steps)
