"""Compares the answers of a form under the edition of its page and under another one."""

import json

from answers.state import ENTERPRISE, read_state
from between_editions import tables
from between_editions.page import page
from between_editions.sides import CompiledEdition
from between_editions.view import ComparisonView, view_of
from results.naming import subject_name


class TwoEditions:
    """Two policy documents; which is the older one is read from their dates."""

    def __init__(self, own: str, other: str, home: str = "../") -> None:
        """Read two policy documents as JSON text: that of the page, and the other one.

        `home` is the path from the page to the root of its language.
        """
        self._home = home
        here, there = CompiledEdition(own), CompiledEdition(other)
        self._on_new: bool = here.document["edition"] > there.document["edition"]
        self._old, self._new = (there, here) if self._on_new else (here, there)

    def view(self, state: str, language: str) -> ComparisonView:
        """Compare the state of a form, as JSON text."""
        given = json.loads(state)
        sides = self._old.side(given), self._new.side(given)
        return view_of(*sides, language, on_new=self._on_new)

    def page(self, state: str, language: str) -> str:
        """Write the comparison as HTML."""
        return page(self.view(state, language), self._home)

    def listing(self, state: str, language: str, root: str) -> str:
        """Write the comparison as a comma-separated file, to be encoded in UTF-8."""
        return tables.listing(self._tables(state, language, root))

    def workbook(self, state: str, language: str, root: str, day: str) -> bytes:
        """Write the comparison as a workbook; `day` is the day on which it is made."""
        return tables.workbook(self._tables(state, language, root, day))

    def _tables(self, state: str, language: str, root: str, day: str = "") -> tables.ChangeTables:
        names = (one.name for one in read_state(json.loads(state)).subjects if one.id == ENTERPRISE)

        def link(edition: str, clause: int, paragraph: int) -> str:
            return f"{root}{edition}/{clause:02d}/#p{paragraph}"

        applicant = subject_name(next(names, "").strip(), language)
        return tables.ChangeTables(self.view(state, language), link, applicant, day)
