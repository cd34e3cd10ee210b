"""The policy as data: reads and checks the files of `clauses/` and returns a `Policy`.

`read_policy` is the only entry point. It returns a complete, checked policy, or raises
`PolicyFilesError` with every fault found; a partial policy never leaves this package.
"""

from typing import TYPE_CHECKING, Any

from clauses.faults import Fault, PolicyFilesError

if TYPE_CHECKING:
    from clauses.loading import read_policy
    from clauses.model.policy import Policy

__all__ = ["Fault", "Policy", "PolicyFilesError", "read_policy"]


def __getattr__(name: str) -> Any:
    # imported late because the models take half a second, and a cached policy does not need them
    if name == "Policy":
        from clauses.model.policy import Policy

        return Policy
    if name == "read_policy":
        from clauses.loading import read_policy

        return read_policy
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
