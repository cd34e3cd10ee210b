"""Checks that the differences between source and files occur exactly as often as listed."""

from collections import Counter

from clauses.files import YamlFile
from clauses.model.proof import Normalisations
from clauses.proof.passages import EditionPassage


def check_counts(
    file: YamlFile,
    listed: Normalisations,
    seen: Counter[tuple[str, str]],
    compared: dict[str, EditionPassage],
    labels: set[str],
    whole: bool,
) -> None:
    """Add a fault for each number that differs from the source, and each unlisted difference.

    `seen` counts the differences by kind and passage, `compared` are the passages that match the
    source, `labels` those of all passages; `whole` says that every clause file could be read.
    """
    known: set[tuple[str, str]] = set()
    for index, entry in enumerate(listed.normalisations):
        for label, number in entry.places.items():
            known.add((entry.kind, label))
            found = seen[entry.kind, label]
            if label in compared and found != number:
                file.fault(
                    ("normalisations", index, "places", label),
                    "difference-count",
                    kind=entry.kind,
                    number=number,
                    label=label,
                    count=found,
                )
            elif label not in compared and label not in labels and whole:
                at = ("normalisations", index, "places", label)
                file.fault(at, "passage-unknown", label=label)
    for (kind, label), number in seen.items():
        if (kind, label) not in known:
            passage = compared[label]
            passage.file.fault(
                passage.path, "difference-not-listed", kind=kind, number=number, label=label
            )
