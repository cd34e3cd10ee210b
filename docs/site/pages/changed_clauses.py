"""The entries of the feed for the clauses that an edition changed."""

from clauses.document import PolicyDocument
from docs.site.differences import Row, Side
from docs.site.editions import Editions, date_of
from docs.site.history import step_into
from docs.site.language import Language
from docs.site.pages.changes import ChangedClause, Shown, clause_url, shown_step
from docs.site.pages.citation import clause_heading


def change_entries(
    editions: Editions, policy: PolicyDocument, language: Language, home: str
) -> list[dict[str, str]]:
    """Return an entry for each clause that an edition changed, in the order of its text.

    `home` is the absolute address of the folder of the language.
    """
    step = step_into(editions, policy)
    if step is None:
        return []
    shown = shown_step(step, language)
    return [_entry(shown, changed, home) for changed in shown.clauses]


def _entry(shown: Shown, changed: ChangedClause, home: str) -> dict[str, str]:
    step, language, w = shown.step, shown.language, shown.words
    if changed.new:
        url = home + clause_url(step.new, changed.new[0])
    else:  # what was dropped stands on the page of the whole change
        url = f"{home}{step.url}#{changed.key}"
    heading = "；" if language.code == "zh" else "; "
    named = heading.join(clause_heading(clause, language) for clause in changed.new or changed.old)
    rows = [*changed.awards, *changed.difference.rows]
    told = [_row(row, w["feed_row"], w["not_there"]) for row in rows]
    return {
        "name": w["feed_clause"].format(
            clause=named,
            fate=shown.said["fates"][changed.fate],
            old=date_of(step.old),
            new=date_of(step.new),
        ),
        "url": url,
        "updated": f"{date_of(step.new)}T00:00:00+08:00",
        "summary": heading.join(told) or shown.said["fates"][changed.fate],
    }


def _row(row: Row, form: str, none: str) -> str:
    what = f"{row.what} ({row.award})" if row.award else row.what
    return form.format(what=what, old=_side(row.old, none), new=_side(row.new, none))


def _side(side: Side | None, none: str) -> str:
    return none if side is None else " ".join((side.text or side.chinese).split())
