"""Below 不足2万元的不予奖励 nothing is paid: `size` is what the text holds against the figure."""

from clauses.key_path import KeyPath
from clauses.proof.said_of_sum import Node, Said, bears_on, facts_in


def check(said: Said, at: KeyPath, node: Node) -> None:
    """Add a fault if a sum is compared where the text names its base, or the reverse."""
    for index in range(len(node["brackets"])):
        found = said.ties.at(*at, "brackets", index, "from")
        words = said.before(found) if found else ""
        if found is None or found.figure.meaning != "less-than" or not words:
            continue
        facts = [fact for name in facts_in(node["size"]) if (fact := said.fact(name))]
        names_base = any(bears_on(fact.label.zh, words) for fact in facts)
        if names_base != isinstance(node["size"], str):
            said.tell((*at, "size"), "unpaid-below", words=words, figure=found.figure.words)
