"""The policy as data: reads and checks the files of `clauses/`, and hands on a `Policy`.

`read_policy` is the only way in. It returns a complete, checked policy or raises
`FaultyPolicy` with every fault found; nothing downstream ever sees half of one.
"""

from typing import TYPE_CHECKING, Any

from clauses.faults import Fault, FaultyPolicy

if TYPE_CHECKING:
    from clauses.policy import Policy, read_policy

__all__ = ["Fault", "FaultyPolicy", "Policy", "read_policy"]


def __getattr__(name: str) -> Any:
    # the models take half a second to import; a cached policy (clauses/cache.py) needs none
    if name in ("Policy", "read_policy"):
        from clauses import policy

        return getattr(policy, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
