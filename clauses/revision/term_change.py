"""A term whose days changed while its words stayed: 自公布之日起 of a text published later."""

from datetime import date
from typing import Any

from clauses.revision.rules import RuleChange
from clauses.revision.signals import alone
from clauses.revision.values import span_text

Json = dict[str, Any]
Span = tuple[date, date | None]
_NOWHERE = (None, None)


def with_term(report: Json, old: Span, new: Span) -> Json:
    """Return a report on two texts with the new days of the term, unless its words tell them."""
    if any(one["key"] == "closing" and one["kind"] == "validity" for one in report["changes"]):
        return report
    rule = RuleChange("closing", "", "validity", span_text(*old), span_text(*new))
    totals = report["totals"] | {"substance": report["totals"]["substance"] + 1}
    changes = [*report["changes"], alone(rule, _NOWHERE, _NOWHERE, disputed=False)]
    return report | {"changes": changes, "totals": totals}
