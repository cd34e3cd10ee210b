"""What the text leaves undecided, as its own data says: by clause, paragraph and award."""

from dataclasses import dataclass

from clauses.document import Award, Clause
from docs.site.labels import code_label
from docs.site.pages.render import Renderer
from eligibility.mechanisms import mechanism_of


@dataclass(frozen=True)
class Gap:
    """One thing that is open: a paragraph without its provisions, a sum without a figure."""

    clause: int
    paragraph: int
    text: str
    anchor: str
    """Where it is on the page of the clause."""


def gaps_of(render: Renderer, clause: Clause) -> list[Gap]:
    """Return what is open in a clause, in the order of its text; lines without a sum separately."""
    found = [
        Gap(clause.number, number, render.words["coverage_pending"] % number, f"p{number}")
        for pending, number, _ in render.pending
        if pending is clause
    ]
    for award in clause.awards:
        found += [
            Gap(clause.number, award.paragraph, text, award.id)
            for text in _gaps_of_award(render, award)
        ]
    return found


def _gaps_of_award(render: Renderer, award: Award) -> list[str]:
    """Return what the text leaves open in the sum of an award, as its rule shows it."""
    w, rule, name = render.words, award.sum, render.language.of(award.name)
    found = []
    for code in rule.get("undecided", ()):
        tier = code_label(award, rule["by"], code, render.language)
        found.append(w["coverage_tier"] % (name, tier))
    gap = mechanism_of(rule).declared.gap
    if gap:
        found.append(gap[render.language.code].format(award=name))
    if rule.get("at_most", "") is None:
        found.append(w["coverage_no_ceiling"] % name)
    if any(stage.assumed for stage in award.stages):
        found.append(w["coverage_split"] % name)
    if award.review:
        found.append(w["coverage_review"] % name)
    return found
