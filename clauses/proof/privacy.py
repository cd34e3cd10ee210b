"""No personal data stands in the files: the letter named a person with a telephone number."""

import re
from pathlib import Path

from clauses.faults import Fault

_PRIVATE = [
    ("a mobile number", re.compile(r"(?<![0-9])1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9])")),
    ("a telephone number", re.compile(r"(?<![0-9])0[0-9]{2,3}[ -][0-9]{7,8}(?![0-9])")),
    ("a mail address", re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")),
    ("the words that name a contact person", re.compile("联系人|联系方式|联系电话|手机号")),
]


def private_data(files: list[Path], root: Path, left_out: list[str]) -> list[Fault]:
    """Return a fault for each line with personal data, without repeating the data.

    `left_out` are the sentences that stand in their place and may stay.
    """
    faults: list[Fault] = []
    for path in files:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue  # told where the file itself is read
        for number, line in enumerate(lines, 1):
            for words in left_out:
                line = line.replace(words, "")
            for what, pattern in _PRIVATE:
                if pattern.search(line):
                    faults.append(
                        Fault(
                            path.relative_to(root).as_posix(),
                            number,
                            "",
                            what,
                            "no personal data, in no file",
                            "take the name and the number out",
                        )
                    )
    return faults
