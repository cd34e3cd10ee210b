"""Compiles the texts of the document: the words of the policy, and our own about it.

Figures stay as the text writes them. `clauses.export` compiles the rules, in figures.
"""

from typing import Any

from clauses.model import Model
from clauses.model.policy import Policy
from clauses.model.topics import Topics
from clauses.proof import coverage_of

Json = dict[str, Any]


def texts_of(policy: Policy) -> Json:
    """Return the edition, the clauses without awards and lines, the readings and the glossary."""
    return {
        "edition": _plain(policy.edition),
        "clauses": [_plain(clause, "awards", "lines") for clause in policy.clauses],
        "readings": [_plain(reading) for reading in policy.readings.readings],
        "glossary": [_plain(term) for term in policy.glossary.terms],
    }


def ledgers_of(policy: Policy, topics: Topics) -> Json:
    """Return the topics, and for every figure of the text which rule claims it or why none does.

    A topic that leads to nothing is not offered: a revision may take the last award from it, and
    its place in the file then waits for the clerk.
    """
    offered = [topic for topic in topics.topics if topic.awards]
    return {
        "topics": _plain(topics.model_copy(update={"topics": offered})),
        "passages": [
            {
                "place": passage.place,
                "figures": [
                    {
                        "words": item.words,
                        "start": item.start,
                        "end": item.end,
                        "claimed_by": list(item.claimed_by),
                        "reason": _plain(item.excuse) if item.excuse else None,
                    }
                    for item in passage.items
                ],
            }
            for passage in coverage_of(policy)
        ],
        "no_figures": [_plain(name) for name in policy.unclaimed.names],
    }


def _plain(model: Model, *without: str) -> Json:
    """Return a model as JSON data with the keys of the files, in their order."""
    return model.model_dump(mode="json", by_alias=True, exclude=set(without))
