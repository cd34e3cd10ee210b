"""The page on coverage: which parts of the text are computed, which are not, and the proof."""

from dataclasses import dataclass

from clauses.cases import Case
from clauses.document import Award, Clause, PolicyDocument
from docs.site.language import InBoth
from docs.site.pages.cases import AwardCases, cases_of_awards
from docs.site.pages.facts import Facts
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from docs.site.pages.undecided import gaps_of

_OUTSIDE = {"函": "letter", "引言": "preamble", "附则": "closing", "脚注": "footnote"}
_AROUND = 8
"""The number of characters shown on each side of a figure."""


@dataclass(frozen=True)
class ShownFigure:
    """A figure of the text with the rules that use it, or the reason why none does."""

    before: str
    """Some words of the text before it."""
    words: str
    """As the text writes it."""
    after: str
    """Some words of the text after it."""
    place: str
    """3.1 for clause 3, paragraph 1; 引言, 函-4, 附则-2, 脚注1."""
    claimed_by: list[str]
    """The awards, lines and goals that use it."""
    reason: InBoth | None = None
    """Why none does."""

    @property
    def clause(self) -> tuple[int, int] | None:
        """The clause and paragraph, or None outside the clauses."""
        number, _, paragraph = self.place.partition(".")
        return (int(number), int(paragraph)) if paragraph else None

    @property
    def outside(self) -> str:
        """The part of the text outside the clauses, as the status page names it."""
        return _OUTSIDE[self.place.rstrip("-0123456789")]


@dataclass(frozen=True)
class ClauseCoverage:
    """A row: the parts of a clause that are computed, and those that are not."""

    clause: Clause
    computed: list[Facts]
    told: list[tuple[str, int]]
    """Lines without a sum: the name of the kind, and their number."""
    undecided: list[str]
    cases: int
    """The number of cases that claim one of its awards or lines."""


def figures_of(policy: PolicyDocument) -> list[ShownFigure]:
    """Return every figure and level word of the text, in its order."""
    edition = policy.edition
    outside = (*edition.letter, edition.preamble, *edition.closing, *edition.footnotes)
    texts = {part.label: part.zh for part in outside}
    for clause in policy.clauses:
        texts |= {f"{clause.number}.{n}": p.zh for n, p in enumerate(clause.paragraphs, 1)}
    found = []
    for passage in policy.passages:
        text = texts[passage.place]
        found += [
            ShownFigure(
                before="…" * (item.start > _AROUND)
                + text[max(0, item.start - _AROUND) : item.start],
                words=item.words,
                after=text[item.end : item.end + _AROUND] + "…" * (item.end + _AROUND < len(text)),
                place=passage.place,
                claimed_by=item.claimed_by,
                reason=item.reason,
            )
            for item in passage.figures
        ]
    return found


def coverage_page(render: Renderer, cases: tuple[Case, ...]) -> Page:
    """Return the page, with every worked case."""
    policy, w = render.policy, render.words
    rows = coverage(render, cases)
    floors = sum(not award.is_payment for _, award in policy.awards)
    figures = figures_of(policy)
    return render.named(
        "coverage",
        "coverage/",
        numbers=w["coverage_numbers"]
        % (
            len(rows),
            sum(bool(row.computed) for row in rows),
            len(policy.awards) - floors,
            floors,
            len(policy.lines),
            len(cases),
        ),
        marked=w["coverage_marked"] % len(render.pending) if render.pending else "",
        rows=rows,
        cases=worked(render, cases),
        n_figures=len(figures),
        unclaimed=[figure for figure in figures if not figure.claimed_by],
        names=policy.no_figures,
    )


def worked(
    render: Renderer, cases: tuple[Case, ...]
) -> list[tuple[Clause, list[tuple[Award, AwardCases]]]]:
    """Return the worked cases of each clause by its awards, in the order of the text."""
    found = cases_of_awards(render.policy, cases, render.language)
    told = [
        (clause, [(award, found[award.id]) for award in clause.awards if found[award.id].claimed])
        for clause in render.policy.clauses
    ]
    return [(clause, own) for clause, own in told if own]


def coverage(render: Renderer, cases: tuple[Case, ...]) -> list[ClauseCoverage]:
    """Return one row for each clause, in the order of the text."""
    rows = []
    for clause in render.policy.clauses:
        ids = {entry.id for entry in clause.entries}
        kinds = [line.kind for line in clause.lines]
        rows.append(
            ClauseCoverage(
                clause=clause,
                computed=[render.facts[award.id] for award in clause.awards],
                told=[
                    (render.words[f"line_{kind}"], kinds.count(kind))
                    for kind in dict.fromkeys(kinds)
                ],
                undecided=[gap.text for gap in gaps_of(render, clause)],
                cases=sum(bool(ids & case.claimed) for case in cases),
            )
        )
    return rows
