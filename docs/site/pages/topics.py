"""The index by topic: the plain matters that the wizard asks about, with all that they lead to."""

from dataclasses import dataclass
from typing import Any

from clauses.document import Clause, Topic
from docs.site.money import Sum, sum_of
from docs.site.pages.awards import Entry, all_entries
from docs.site.pages.facts import Facts
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer
from wizard.page.maximum_amount import by_maximum, maximum_amount


@dataclass(frozen=True)
class TopicIndex:
    """A topic with its awards and lines: the largest sum first, what has no sum last."""

    topic: Topic
    entries: list[Entry]
    largest: Sum | None
    """The largest sum that the draft names for one of them; None where it names none."""

    @property
    def clauses(self) -> list[Clause]:
        """The clauses of the entries, in the order of the text."""
        found = {entry.clause.number: entry.clause for entry in self.entries}
        return [found[number] for number in sorted(found)]

    @property
    def n_awards(self) -> int:
        """How many of the entries have a sum."""
        return sum(entry.facts is not None for entry in self.entries)


def topics_page(render: Renderer, facts: dict[str, Facts], shared: dict[str, Any]) -> Page:
    """Return the page."""
    return render.named(
        "topics",
        f"{render.root}topics/",
        topics=topics(render, facts),
        **shared,
    )


def topics(render: Renderer, facts: dict[str, Facts]) -> list[TopicIndex]:
    """Return each topic of `topics.yml` in its order; an entry may stand under several."""
    entries = {entry.item.id: entry for entry in all_entries(render, facts)}
    awards = {award.id: award for _, award in render.policy.awards}
    found = []
    for topic in render.policy.topics.topics:
        own = [awards[id_] for id_ in topic.awards if id_ in awards]
        own.sort(key=lambda award: by_maximum(award.sum))
        lines = [id_ for id_ in topic.awards if id_ not in awards]
        largest = next(
            (
                sum_of(value, render.language, ceiling=award.wording == "ceiling")
                for award in own
                if (value := maximum_amount(award.sum)) is not None
            ),
            None,
        )
        order = [*(award.id for award in own), *lines]
        found.append(TopicIndex(topic, [entries[id_] for id_ in order], largest))
    return found
