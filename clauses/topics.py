"""Reads and checks `topics.yml`: which awards and lines belong to which applicants and topics.

The table decides only what the form asks. It is not part of the wizard's document, so that an
assessment is based on the same policy whatever the form asked.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from clauses.faults import PolicyFilesError
from clauses.files import YamlFile
from clauses.folder import CLAUSES
from clauses.model.topics import Topics

Json = Mapping[str, Any]


def read_topics(document: Json, edition: str, root: Path = CLAUSES) -> Topics:
    """Return the table of an edition for its policy document.

    Raises `PolicyFilesError` with every fault.
    """
    file = YamlFile(root / edition / "topics.yml", root)
    topics = file.read(Topics)
    if topics is not None:
        entries = {entry["id"]: entry for entry in [*document["awards"], *document["lines"]]}
        _check_keys(file, topics)
        _check_reached(file, topics, entries)
        _check_narrowed(file, topics, entries)
    if file.faults or topics is None:
        raise PolicyFilesError(file.faults)
    return topics


def _check_keys(file: YamlFile, topics: Topics) -> None:
    for name in ("roles", "topics"):
        keys = [entry.key for entry in getattr(topics, name)]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                file.fault((name, index, "key"), "topic-key-twice", key=key)


def _check_reached(file: YamlFile, topics: Topics, entries: Json) -> None:
    reached = set()
    for index, topic in enumerate(topics.topics):
        for place, id_ in enumerate(topic.awards):
            reached.add(id_)
            if id_ not in entries:
                where = ("topics", index, "awards", place)
                file.fault(where, "id-unknown", id=id_)
    for id_ in entries:
        if id_ not in reached:
            file.fault(("topics",), "id-without-topic", id=id_)


def _check_narrowed(file: YamlFile, topics: Topics, entries: Json) -> None:
    keys = {role.key for role in topics.roles}
    for id_, only in topics.only_for.items():
        if id_ not in entries:
            where = ("only_for", id_)
            file.fault(where, "id-unknown", id=id_)
            continue
        if not any(only.words in text for text in _words_of(entries[id_])):
            file.fault(("only_for", id_, "words"), "only-for-words", words=only.words)
        for place, key in enumerate(only.roles):
            if key not in keys:
                spot = ("only_for", id_, "roles", place)
                file.fault(spot, "role-unknown", key=key, known=sorted(keys))


def _words_of(entry: Json) -> Iterator[str]:
    yield entry["quote"]["zh"]
    yield entry["payee"]["zh"]
