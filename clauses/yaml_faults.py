"""What a reader of YAML complains of, in words that tell what to do."""

_MEND = {
    "did not find expected '-' indicator": "set the line in as far as the others of its entry",
    "did not find expected key": "set the line in as far as the others of its entry",
    "mapping values are not allowed in this context": "set the line in as far as the others of "
    "its entry, or put a text with “: ” in it into quotation marks",
    "found a tab character that violates indentation": "set the line in with blanks, not a tab",
    "found character that cannot start any token": "set the line in with blanks, not a tab, or "
    "put the text into quotation marks",
    "could not find expected ':'": "write a half-width colon and a blank after the key, in this "
    "line or the one above",
    "did not find expected ',' or '}'": "close the bracket with }, often in the line above",
    "did not find expected ',' or ']'": "close the bracket with ], often in the line above",
}
_MEND_OTHERWISE = "mend the line, often a quotation mark, a colon or the indentation"


def mend(problem: str) -> str:
    """Say how a problem is mended that the YAML reader tells in these words."""
    if problem.startswith("found duplicate key"):
        return "keep one of the two"
    return _MEND.get(problem, _MEND_OTHERWISE)
