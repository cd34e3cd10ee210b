"""Exact numbers: quantities are fractions, payable money is whole fen (0.01 yuan).

No floats; nothing is rounded up in the applicant's favour (A45).
"""

import re
from fractions import Fraction

NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")

LONGEST = 60
"""Characters of a figure; no real figure is longer, and longer ones would only take time."""


def read_number(value: object) -> Fraction | None:
    """Return the number in `"123456.78"` or a JSON integer, or None for anything else.

    Signs, exponents, separators, digits of other scripts and JSON floats are not accepted.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Fraction(value) if 0 <= value < 10**LONGEST else None
    if not isinstance(value, str) or len(value) > LONGEST or not NUMBER.fullmatch(value):
        return None
    whole, _, decimals = value.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def floor_to_fen(yuan: Fraction) -> int:
    """Round an amount in yuan down to whole fen, below nothing too."""
    return yuan.numerator * 100 // yuan.denominator


def ceil_to_fen(yuan: Fraction) -> int:
    """Round a sum already received up to whole fen, so that the deduction is never too small."""
    return -(-yuan.numerator * 100 // yuan.denominator)


def write(fen: int) -> str:
    """Write fen as yuan: without decimals if whole, otherwise with two."""
    yuan, rest = divmod(abs(fen), 100)
    sign = "-" if fen < 0 else ""
    return f"{sign}{yuan}.{rest:02d}" if rest else f"{sign}{yuan}"


def write_share(share: Fraction) -> str:
    """Write a share of one exactly: `0.5`, and `1/3`, which no decimals write."""
    return write_exact(share) if ends(share) else f"{share.numerator}/{share.denominator}"


def ends(number: Fraction) -> bool:
    """Whether a number has finitely many decimals."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def write_exact(number: Fraction) -> str:
    """Write a quantity with all its decimals (a typed figure always has finitely many)."""
    numerator, places = abs(number.numerator), 0
    while numerator % number.denominator and places <= 2 * LONGEST:
        numerator, places = numerator * 10, places + 1
    digits = str(numerator // number.denominator).rjust(places + 1, "0")
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
