"""The exceptions of the engine; its users get `Refused`, for an application refused as a whole."""


class EligibilityError(Exception):
    """Base class of every exception that the engine and the form raise by themselves."""


class Refused(EligibilityError):
    """The whole application is refused: `place` as a JSON path, what was found, what is allowed."""

    def __init__(self, place: str, found: str, allowed: str) -> None:
        super().__init__(f"{place}: found {found}; allowed: {allowed}")
        self.place = place
        self.found = found
        self.allowed = allowed


def shown(value: object) -> str:
    """Write a value of an application for a message, short and on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = value if len(value) <= 40 else value[:40] + "…"
        return "“" + "".join(c if c.isprintable() else "�" for c in text) + "”"
    if isinstance(value, int):
        return str(value) if value.bit_length() <= 200 else "a number of very many digits"
    if isinstance(value, float):
        return f"the decimal number {value!r}"
    if isinstance(value, list):
        return "a list"
    return "an object"
