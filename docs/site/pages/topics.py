"""The index by topic: the plain matters that the wizard asks about, with all that they lead to."""

from dataclasses import dataclass

from clauses.document import Topic
from docs.site.money import Sum, sum_of
from docs.site.pages.awards import ListedEntry, all_entries
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer


@dataclass(frozen=True)
class TopicIndex:
    """A topic with its awards and lines: the largest sum first, what has no sum last."""

    topic: Topic
    entries: list[ListedEntry]
    most: Sum | None
    """The largest sum that the text names for one of them; None where it names none."""


def topics_page(render: Renderer) -> Page:
    """Return the page."""
    return render.named("topics", f"{render.root}topics/", topics=topics(render))


def topics(render: Renderer) -> list[TopicIndex]:
    """Return each topic of `topics.yml` in its order; an entry may be under several."""
    entries = {entry.item.id: entry for entry in all_entries(render)}
    found = []
    for topic in render.policy.topics.topics:
        own = [entries[id_] for id_ in topic.awards]
        own.sort(key=lambda entry: (entry.facts is None, -entry.sort_value))
        found.append(TopicIndex(topic, own, _most(render, own)))
    return found


def _most(render: Renderer, entries: list[ListedEntry]) -> Sum | None:
    for entry in entries:
        if entry.facts and entry.most is not None:
            ceiling = entry.facts.award.wording == "ceiling"
            return sum_of(entry.most, render.language, ceiling=ceiling)
    return None
