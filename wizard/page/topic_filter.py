"""The first two questions: who applies, and which topics, the highest amounts first."""

from collections.abc import Mapping
from typing import Any

from amounts import money
from clauses.document import Role, Topic, Topics
from wizard.page.maximum_amount import maximum_amount, most_first, stated_sums

Json = dict[str, Any]


class TopicFilter:
    """The table of topics, in one language."""

    def __init__(
        self, topics: Topics, document: Mapping[str, Any], language: str, w: Mapping[str, str]
    ) -> None:
        self._table = topics
        self._language = language
        self._words = w
        self._entries = {e["id"]: e for e in [*document["awards"], *document["lines"]]}

    def of(self, entry: Mapping[str, Any]) -> Json:
        """Return the topics of an entry, and the roles asked about it; no roles means all.

        `answers` are the questions that the role answers already: “software enterprise?” after
        that role was chosen. They are recognised by the words that narrow the entry to the role.
        """
        topics = [topic.key for topic in self._table.topics if entry["id"] in topic.awards]
        only = self._table.only_for.get(entry["id"])
        answers = [
            fact["name"]
            for fact in entry.get("facts", [])
            if only and fact["type"] == "yes-no" and fact["label"]["zh"] == only.words
        ]
        roles = " ".join(self._roles(entry["id"]))
        return {"topics": " ".join(topics), "roles": roles, "answers": answers}

    def roles(self) -> list[Json]:
        """Return the kinds of applicants for the first question."""
        return [self._asked(role) for role in self._table.roles]

    def topics(self) -> list[Json]:
        """Return the topics, the highest ceiling first."""
        first = {
            topic.key: most_first([self._entries[id_] for id_ in topic.awards])[0]
            for topic in self._table.topics
        }
        ranks = {e["id"]: rank for rank, e in enumerate(most_first(self._entries.values()))}
        topics = sorted(self._table.topics, key=lambda topic: ranks[first[topic.key]["id"]])
        return [
            {
                **self._asked(topic),
                "roles": " ".join(self._roles_of(topic)),
                "own": " ".join(self._own_roles(topic)),
                "maximum": self._maximum(first[topic.key]),
            }
            for topic in topics
        ]

    def _asked(self, choice: Role | Topic) -> Json:
        name, hint = choice.name, choice.hint
        return {
            "key": choice.key,
            "name": getattr(name, self._language),
            "hint": getattr(hint, self._language) if hint else "",
        }

    def _roles(self, id_: str) -> list[str]:
        only = self._table.only_for.get(id_)
        return only.roles if only else []

    def _roles_of(self, topic: Topic) -> list[str]:
        """Return the roles that a topic concerns; none if one of its awards is open to all."""
        narrowed = [self._roles(id_) for id_ in topic.awards]
        return sorted({key for keys in narrowed for key in keys}) if all(narrowed) else []

    def _own_roles(self, topic: Topic) -> list[str]:
        """Return the roles that a topic is mainly for, and so comes first.

        Those that one of its awards is narrowed to; and a role that no award is narrowed to, such
        as the manufacturer, for each topic that has a sum for everybody.
        """
        narrowed = {key for id_ in topic.awards for key in self._roles(id_)}
        named = {role for only in self._table.only_for.values() for role in only.roles}
        open_sums = any(
            maximum_amount(self._entries[id_].get("sum")) is not None
            for id_ in topic.awards
            if not self._roles(id_)
        )
        general = {role.key for role in self._table.roles} - named if open_sums else set()
        return sorted(narrowed | general)

    def _maximum(self, entry: Mapping[str, Any]) -> str:
        most = maximum_amount(entry.get("sum"))
        if most is None:
            return self._words["no_ceiling"] if "sum" in entry else self._words["no_sum"]
        fixed = bool(stated_sums(entry))
        phrase = self._words["topic_fixed" if fixed else "topic_most"]
        return phrase.format(sum=money(str(most), self._language))
