"""Examples that do not answer what the rules ask only now: a new condition of an award.

Such an example shows “to be completed” where it showed a sum. It may be meant to, so it is told and
the edition does not wait for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clauses.document import PolicyDocument
from clauses.examples import read_examples
from clauses.folder import CLAUSE
from clauses.messages import Both
from clauses.yaml12 import load_shared


@dataclass(frozen=True)
class Unanswered:
    """A claim of an example, and what it leaves open."""

    example: str
    """The name of its file, without the ending."""
    award: str
    facts: tuple[tuple[str, Both], ...]
    """Names and labels."""


def unanswered(root: Path, document: PolicyDocument) -> list[Unanswered]:
    """Return the claims of an edition's examples without a fact that the former did not ask."""
    former = root / (document.edition.follows or "")
    if not document.edition.follows or not former.is_dir():
        return []
    asked = dict(_asked(former))
    labels = {award.id: {fact.name: fact.label for fact in award.facts}
              for _, award in document.awards}  # fmt: skip
    asks = dict(_asked(root / document.edition.edition))
    found = []
    for profile in read_examples(document, root):
        for claim in profile.applications["zh"]["claims"]:
            id_ = claim["award"]
            if id_ not in asked or id_ not in asks:
                continue
            facts = [
                (name, Both(labels[id_][name].zh, labels[id_][name].en))
                for name in asks[id_]
                if name not in asked[id_] and name not in claim["facts"]
            ]
            if facts:
                found.append(Unanswered(profile.key, id_, tuple(facts)))
    return found


def _asked(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the awards of an edition with the names of the facts that they ask."""
    for path in sorted(folder.iterdir()):
        if CLAUSE.fullmatch(path.name):
            clause: Mapping[str, list[dict[str, object]]] = load_shared(path.read_text("utf-8"))
            for award in clause.get("awards") or ():
                facts = award.get("facts") or []
                assert isinstance(facts, list)
                yield str(award["id"]), [str(fact["name"]) for fact in facts]
