"""The exceptions for typed text that cannot be read."""

from eligibility import EligibilityError


class InputError(EligibilityError):
    """The text is not a figure or date; `code` says why, `params` fill in the message."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class AmbiguousError(EligibilityError):
    """A number that people write for two values; only its author knows which."""

    def __init__(self, *values: object) -> None:
        super().__init__(values)
        self.values = values
