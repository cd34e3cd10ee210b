"""Claims as an application has them."""

from typing import Any


def claimed(
    award: str, subject: str = "四号线", day: str = "2021-06-30", /, *, id: str = "a", **facts: Any
) -> dict[str, Any]:
    """Return a claim; its facts are named."""
    return {"id": id, "award": award, "subject": subject, "date": day, "facts": facts}


LINE = claimed("03-industrial-investment", selected=True, actual_input="120000000")
WORKSHOP = claimed(
    "06-digital-workshop",
    "四号线",
    "2021-09-30",
    id="b",
    plan_level="provincial",
    actual_input="80000000",
)
"""On the same project as `LINE`, which wins."""
TITLE = claimed("13-green-title", "工厂", "2021-10-31", id="c", level="provincial", form="factory")
TEAM = claimed(
    "26-core-team", "本公司", "2021-12-31", id="d", sales_in_city="6000000000", prior_best="0"
)
