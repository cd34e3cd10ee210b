"""The error of preparing an edition."""

from clauses.messages import StaffError


class PreparingError(StaffError):
    """An edition cannot be prepared or confirmed; the message says why, and what to do."""

    table = "preparing"
