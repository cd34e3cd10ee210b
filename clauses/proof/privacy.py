"""Checks that the files contain no personal data: the letter named a person with a phone number."""

import re
from collections.abc import Mapping

from clauses.faults import Fault, fault
from clauses.messages import phrase

_PRIVATE = [
    ("mobile-number", re.compile(r"(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")),
    ("telephone-number", re.compile(r"(?<![0-9])0[0-9]{2,3}[ -][0-9]{7,8}(?![0-9])")),
    ("mail-address", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+")),
    ("contact-person", re.compile("联系人|联系方式|联系电话|手机号")),
]


def private_data(texts: Mapping[str, str], left_out: list[str]) -> list[Fault]:
    """Return a fault for each line with personal data, without repeating the data.

    `texts` are the files by name; `left_out` are the sentences allowed in place of the data.
    """
    faults: list[Fault] = []
    for name, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            for words in left_out:
                line = line.replace(words, "")
            for what, pattern in _PRIVATE:
                if pattern.search(line):
                    faults.append(fault(name, number, "", "private-data", what=phrase(what)))
    return faults
