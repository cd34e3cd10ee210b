"""Something typed that cannot be read."""


class Unreadable(Exception):
    """The text is no figure or date; `code` says why and `params` what it rests on."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
