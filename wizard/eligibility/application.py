"""Reads an application into claims and payments, or refuses it as a whole.

The contract (docs/contract) between form, command line and saved files defines its shape. A fault
in the facts of one claim is not refused here; it makes that claim `invalid` and does not affect
the others.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NoReturn

from eligibility.days import read_date
from eligibility.money import ceil_to_fen, read_number
from eligibility.policy import Policy
from eligibility.refused import Refused, shown
from eligibility.rules import Award

MOST_CLAIMS = 1000
MOST_PAID = 1000
"""Far more than any enterprise has; the limit bounds time and memory."""

LONGEST_TEXT = 1000
"""Characters of an id or a subject. Normalising a text of combining marks to NFC takes quadratic
time, and a result repeats the names of the claims that a claim gave way to."""

LONGEST_FILE = 2_000_000
"""Characters of a whole application with the answers of the form; a thousand claims need about
300,000."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim for one line of the policy, for one subject at one date."""

    index: int
    id: str
    award: Award
    subject: str
    """The name as it is compared: trimmed, Unicode NFC."""
    date: date | None
    """None if it is unknown or malformed."""
    malformed_date: object
    """The value given instead of a valid date, otherwise None."""
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Paid:
    """A sum already received under this policy, in fen."""

    award: Award
    subject: str
    date: date
    amount: int


@dataclass(frozen=True, slots=True)
class Application:
    """The claims and payments of one enterprise."""

    claims: tuple[Claim, ...]
    paid: tuple[Paid, ...]


def read_application(text: str) -> Any:
    """Parse the JSON text of an application; raises `Refused` if it is not plain JSON.

    An object with the same key twice is refused, since it is unclear which value was meant.
    """
    if len(text) > LONGEST_FILE:
        raise Refused("$", f"{len(text)} characters", f"at most {LONGEST_FILE} characters")

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys: dict[str, Any] = {}
        for name, value in pairs:
            if name in keys:
                raise Refused("$", f"the key {shown(name)} twice in one object", "each key once")
            keys[name] = value
        return keys

    def constant(name: str) -> NoReturn:
        raise Refused("$", name, "JSON numbers; money as decimal strings")

    def integer(digits: str) -> int | str:
        """Keep `-0` as text, so that its sign is refused later; an integer would lose it."""
        return digits if digits == "-0" else int(digits)

    try:
        return json.loads(text, object_pairs_hook=once, parse_constant=constant, parse_int=integer)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Refused("$", f"no JSON from {where} on", "a JSON object") from None
    except RecursionError:
        raise Refused("$", "JSON nested too deeply", "an application as in the contract") from None
    except ValueError:  # an integer with more digits than Python converts
        raise Refused("$", "a number of too many digits", "numbers of this world") from None


def parse_application(policy: Policy, application: object) -> Application:
    """Check the structure of an application; raises `Refused` with place, found and allowed."""
    root = _object("$", application)
    edition = root.get("edition")
    if edition is not None and edition != policy.edition:
        raise Refused("$.edition", shown(edition), f"“{policy.edition}”, or no edition")
    if "claims" not in root:
        raise Refused("$.claims", "nothing", "a list of claims")
    claims = _list("$.claims", root["claims"], MOST_CLAIMS)
    stated = root.get("paid")
    paid = _list("$.paid", [] if stated is None else stated, MOST_PAID)
    seen: dict[str, int] = {}
    read: list[Claim] = []
    for index, entry in enumerate(claims):
        claim = _claim(policy, index, entry)
        if claim.id in seen:
            raise Refused(
                f"$.claims[{index}].id",
                f"{shown(claim.id)}, which $.claims[{seen[claim.id]}] has already",
                "an id of its own",
            )
        seen[claim.id] = index
        read.append(claim)
    payments = [_paid(policy, index, entry) for index, entry in enumerate(paid)]
    # a payment of zero is not a payment: it uses no place of a limit and blocks no title
    return Application(tuple(read), tuple(payment for payment in payments if payment.amount))


@lru_cache(maxsize=256)
def same_subject(subject: str) -> str:
    """Return a subject in the form in which subjects are compared: trimmed and NFC.

    A subject longer than the limit stays unchanged, so that it equals only itself.
    """
    if len(subject) > LONGEST_TEXT:
        return subject
    return unicodedata.normalize("NFC", subject.strip()).strip()


def _claim(policy: Policy, index: int, entry: object) -> Claim:
    place = f"$.claims[{index}]"
    claim = _object(place, entry)
    claim_id = _text(f"{place}.id", claim.get("id"))
    award = _award(policy, f"{place}.award", claim.get("award"))
    subject = _subject(f"{place}.subject", claim.get("subject"))
    facts = claim.get("facts")
    if facts is not None and not isinstance(facts, dict):
        raise Refused(f"{place}.facts", shown(facts), "an object of facts")
    stated = claim.get("date")
    day = read_date(stated)
    malformed = stated if stated is not None and day is None else None
    return Claim(index, claim_id, award, subject, day, malformed, facts or {})


def _paid(policy: Policy, index: int, entry: object) -> Paid:
    place = f"$.paid[{index}]"
    paid = _object(place, entry)
    award = _award(policy, f"{place}.award", paid.get("award"))
    subject = _subject(f"{place}.subject", paid.get("subject"))
    day = read_date(paid.get("date"))
    if day is None:
        raise Refused(f"{place}.date", shown(paid.get("date")), "a date like “2020-09-01”")
    amount = read_number(paid.get("amount"))
    if amount is None:
        found = shown(paid.get("amount"))
        raise Refused(f"{place}.amount", found, "a sum in yuan like “1000000” or “123456.78”")
    return Paid(award, subject, day, ceil_to_fen(amount))


def _object(place: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Refused(place, shown(value), "an object")
    return value


def _list(place: str, value: object, most: int) -> list[Any]:
    if not isinstance(value, list):
        raise Refused(place, shown(value), "a list")
    if len(value) > most:
        raise Refused(place, f"{len(value)} entries", f"at most {most}")
    return value


def _text(place: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Refused(place, "nothing" if value in (None, "") else shown(value), "a text")
    if len(value) > LONGEST_TEXT:
        raise Refused(place, f"{len(value)} characters", f"at most {LONGEST_TEXT} characters")
    return value


def _subject(place: str, value: object) -> str:
    return same_subject(_text(place, value))


def _award(policy: Policy, place: str, value: object) -> Award:
    award = policy.awards.get(value) if isinstance(value, str) else None
    if award is None:
        found = "nothing" if value is None else shown(value)
        raise Refused(
            place, found, "the id of a line of the policy, like “03-industrial-investment”"
        )
    return award
