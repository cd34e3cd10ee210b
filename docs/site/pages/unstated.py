"""What the text does not say of the awards of a clause: once for all, then for each."""

from dataclasses import dataclass

from docs.site.pages.facts import Facts, Words


@dataclass(frozen=True)
class Unstated:
    """What is open in a clause; empty if nothing is."""

    all: str
    """What no award of the clause states, in one sentence for the reader."""
    own: dict[str, list[str]]
    """What else an award leaves open, by its id."""


def unstated_of(awards: list[Facts], w: Words) -> Unstated:
    """Gather what is open in every award of a clause, and leave the rest with its award."""
    shared = [gap for gap in (awards[0].unstated if awards else []) if _in_all(gap, awards)]
    unsaid = [gap for gap in shared if gap.endswith(w["not_stated"])]
    subjects = [gap.removesuffix(w["not_stated"]).rstrip("：: ") for gap in unsaid]
    own = {facts.award.id: [gap for gap in facts.unstated if gap not in unsaid] for facts in awards}
    return Unstated(
        all=w["not_stated_here"] % w["rule_list_long"].join(subjects) if subjects else "",
        own={id_: gaps for id_, gaps in own.items() if gaps},
    )


def _in_all(gap: str, awards: list[Facts]) -> bool:
    return all(gap in facts.unstated for facts in awards)
