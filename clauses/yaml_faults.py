"""Turns the errors of the YAML reader into messages that say what to do."""

from clauses import yaml12

_CODES = {
    "did not find expected '-' indicator": "yaml-indent",
    "did not find expected key": "yaml-indent",
    "mapping values are not allowed in this context": "yaml-colon",
    "found a tab character that violates indentation": "yaml-tab",
    "found a tab character where an indentation space is expected": "yaml-tab",
    "found character that cannot start any token": "yaml-token",
    "could not find expected ':'": "yaml-no-colon",
    "did not find expected ',' or '}'": "yaml-brace",
    "did not find expected ',' or ']'": "yaml-bracket",
    "found unexpected end of stream": "yaml-quote",
    "found unexpected document indicator": "yaml-quote",
    "but found another document": "yaml-documents",
    "did not find expected <document start>": "yaml-indent",
    "block sequence entries are not allowed in this context": "yaml-indent",
    "found undefined alias": "yaml-anchor",
    yaml12.ANCHOR: "yaml-anchor",
    yaml12.DEEP: "yaml-deep",
    yaml12.LONG_NUMBER: "yaml-number",
    yaml12.LONG_TEXT: "yaml-text",
    yaml12.NO_DATE: "no-such-day",
    yaml12.NO_PLAIN_KEY: "yaml-key",
    yaml12.TAG: "yaml-tag",
}


def code_of(problem: str) -> str:
    """Return the code of the message for an error text of the YAML reader."""
    if problem.startswith("found duplicate key"):
        return "key-twice"
    return _CODES.get(problem, "yaml-other")
