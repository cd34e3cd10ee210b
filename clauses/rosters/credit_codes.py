"""The credit code of an enterprise: 18 signs, of which the last checks the others (GB 32100-2015).

The numbers before it ended on 1 January 2018; one that a roster still has is reported. The check
is one sum; `python-stdnum`, with the numbers of all countries, would be a large thing to add.
"""

import re
import unicodedata
from typing import Literal

Fault = Literal["code-check", "code-form"]
"""A message of the table `rosters`: the last sign does not fit, or it is no code at all."""
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The signs of a credit code, in the order of their values."""
_CREDIT_CODE = re.compile(rf"[{_SIGNS}]{{18}}")


def code_of(text: str) -> str:
    """Return a credit code as it is compared: signs of one width, capitals, nothing invisible."""
    if text.isascii() and text.isalnum():
        return text.upper()
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(
        sign for sign in plain if not sign.isspace() and unicodedata.category(sign) != "Cf"
    ).lstrip("'")


def fault_of(code: str) -> Fault | None:
    """Return what is wrong with a code as `code_of` gives it."""
    if not _CREDIT_CODE.fullmatch(code):
        return "code-form"
    return None if check_sign(code) == code[-1] else "code-check"


def is_cut(code: str) -> bool:
    """Whether a spreadsheet has set the last digits of a code of 18 digits to 0.

    It keeps 15 of them. The sign at the end, which checks the others, then fits by chance alone.
    """
    return code.isdecimal() and code.endswith("000") and fault_of(code) == "code-check"


def check_sign(code: str) -> str:
    """Return the last sign that a credit code has to have, from its first 17."""
    weighed = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return _SIGNS[-weighed % 31]
