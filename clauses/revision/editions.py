"""The report on two editions: the given form, the rules as a third signal, and the redlines.

The pages of what changed, the histories, the feed, the published difference and the summary are all
made from it. It is compared from the earlier edition to the later one; the other way round is the
mirror of that.
"""

from typing import Any

from clauses.document import PolicyDocument
from clauses.revision.chapters import chapter_moves
from clauses.revision.comparison import compare
from clauses.revision.document import of_edition
from clauses.revision.mirror import mirrored
from clauses.revision.provisions import provisions_of
from clauses.revision.redlines import redlines
from clauses.revision.report import report
from clauses.revision.rules import rule_changes
from clauses.revision.signals import with_rules

Json = dict[str, Any]


def edition_report(old: PolicyDocument, new: PolicyDocument) -> Json:
    """Return what changed from one edition to another.

    Beside the given form: in each change `signals` (`words`, `figures`, `rules`), `rules` and
    `disputed`; in each clause `successor`, the key of the new clause; `editions`, `redlines` and
    the number of changes that are `disputed`.
    """
    if old.edition.edition > new.edition.edition:
        return mirrored(_report(new, old))
    return _report(old, new)


def _report(old: PolicyDocument, new: PolicyDocument) -> Json:
    comparison = compare(of_edition(old), of_edition(new))
    told = report(comparison, old.edition.edition, new.edition.edition, provisions_of(old))
    alone = {one["key"] for one in told["clauses"] if one["old"] is None or one["new"] is None}
    moves = chapter_moves(told["clauses"], old, new)
    words = [*told["changes"], *moves]
    changes = with_rules(words, rule_changes(old, new), old, new, alone)
    totals = told["totals"] | {
        "substance": told["totals"]["substance"] + len(changes) - len(words),
        "layout": told["totals"]["layout"] + len(moves),
    }
    return {
        **told,
        "clauses": [
            one | {"successor": _key(new, one["new"]), "fate": _fate(one, changes)}
            for one in told["clauses"]
        ],
        "changes": changes,
        "totals": totals,
        "disputed": sum(one["disputed"] for one in changes),
        "editions": {"old": _edition(old), "new": _edition(new)},
        "redlines": redlines(old, new, comparison),
    }


def _fate(clause: Json, changes: list[Json]) -> str:
    """Return what became of a clause: one of which only a rule changed has changed too."""
    fate: str = clause["fate"]
    ruled = any(
        one["signals"] == ["rules"] and one["new_clause"] == clause["new"] is not None
        for one in changes
    )
    return "changed" if ruled and fate in ("same", "wording") else fate


def _key(policy: PolicyDocument, number: int | None) -> str | None:
    return next((one.key for one in policy.clauses if one.number == number), None)


def _edition(policy: PolicyDocument) -> Json:
    edition = policy.edition
    return {
        "edition": edition.edition,
        "title": _both(edition.full_title),
        "number": edition.number,
        "state": edition.status.state,
        "status": _both(edition.status.short),
        "validity": {
            "from": edition.validity.from_.isoformat(),
            "to": edition.validity.to.isoformat() if edition.validity.to else None,
        },
    }


def _both(text: Any) -> Json:
    return {"zh": text.zh, "en": text.en}
