"""The only interface between the page and Python; it passes everything as JSON text."""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import eligibility
import nearness
from amounts import area, day, digits, money, share
from answers.figures import TypedFigure
from answers.form import PLAIN, FormReading, read_form
from answers.mattering import missing, next_question, outside, spare
from answers.nesting import DEEPEST, nesting
from answers.opening import open_application, open_state
from answers.restoring import check_application
from answers.saved import brought_here, excerpt, is_edition, read_saved
from answers.state import ENTERPRISE, SavedStateError, read_state

if TYPE_CHECKING:
    from results import Tables

Json = dict[str, Any]

_COUNTS = ("payable", "reference")

_READINGS = "../readings/"
"""The path from the page to the readings of its edition."""

_TRIALS = 10
"""How many near misses to try at a time (a few milliseconds); then newer questions come first."""


class FormSession:
    """A policy that answers the questions of one page."""

    def __init__(self, policy: str, home: str = "../") -> None:
        """Read a policy document; `home` is the path from the page to the root of its language."""
        self._document: Json = json.loads(policy)
        self._home = home
        # other readings take half of the time, and only the results show them
        one_reading = {**self._document, "alternatives": []}
        self._quick = eligibility.Policy.from_document(one_reading)
        self._application: Json = {}
        self._whole: Json | None = None
        self._language = "zh"
        self._search: Iterator[Json | None] = iter(())
        self._found: list[Json | None] = []

    @cached_property
    def _policy(self) -> eligibility.Policy:
        """The policy with its other readings, compiled once the first answer is on the page."""
        return eligibility.Policy.from_document(self._document)

    def read(self, state: str, language: str) -> str:
        """Read the form and compute the totals, without writing the page of results.

        Returns `{application, assessed, errors, warnings, echoes, totals, spare, missing, next,
        outside}`. Messages at a field have the shape `{at, code, params}` or `{at, text}`. `spare`
        are the unanswered fields that no longer matter, `missing` those that decide the result,
        `next` the one of them that matters most, `outside` the claims outside the term, `assessed`
        the sums for a saved file.
        """
        reading = read_form(self._document, read_state(json.loads(state)))
        self._language = language
        self._application = _application(self._document, reading)
        assessment = eligibility.assess(self._quick, self._application)
        self._whole = None
        self._search = nearness.near_misses(self._quick, self._application)
        self._found = []
        return _write(
            {
                "application": self._application,
                "assessed": excerpt(assessment),
                "errors": reading.errors,
                "warnings": [_warning(one, reading, language) for one in reading.warnings],
                "echoes": _echoes(reading, language),
                "totals": _totals(assessment, language),
                "spare": spare(self._document, reading.claims, assessment),
                "missing": missing(assessment),
                "next": next_question(assessment),
                "outside": outside(assessment, language),
            }
        )

    def _assessment(self) -> Json:
        """Return the complete assessment of the last reading, computed when first needed."""
        if self._whole is None:
            self._whole = eligibility.assess(self._policy, self._application)
        return self._whole

    def results(self, language: str) -> str:
        """Write the results of the last reading as HTML."""
        import results  # not loaded yet when the first answer is given

        said = (self._document, self._application, self._assessment(), language, self._home)
        return results.page(*said, near=results.LATER, readings=_READINGS, form=True)

    def look(self) -> bool:
        """Try some more near misses; returns False when all have been tried."""
        tried = list(islice(self._search, _TRIALS))
        self._found += tried
        return len(tried) == _TRIALS

    def near(self, language: str) -> str:
        """Write the near misses that `look` has found for the last reading as HTML."""
        import results

        near = results.Near(
            nearness.worthwhile(self._found), nearness.curves(self._policy, self._application)
        )
        said = (self._document, self._application, self._assessment(), near, language)
        return results.nearby(*said, self._home)

    def compare(self, kept: str, language: str) -> str:
        """Compare the last reading with an earlier form, as HTML; empty if `kept` is not a form."""
        import results

        try:
            state, _ = open_state(self._document, json.loads(kept))
        except (SavedStateError, ValueError, eligibility.Refused):
            return ""
        reading = read_form(self._document, read_state(state))
        before = eligibility.assess(self._policy, {"claims": reading.claims, "paid": reading.paid})
        return results.comparison(self._document, before, self._assessment(), language)

    def listing(self, state: str, language: str, root: str) -> str:
        """Write the results of a form as a comma-separated file; encode it in UTF-8.

        `root` is the address of the language’s root, for the links to the text.
        """
        import results

        return results.listing(self._tables(state, language, root))

    def workbook(self, state: str, language: str, root: str, day: str) -> bytes:
        """Write the results of a form as a workbook; `day` is the day on which it is made."""
        import results

        return results.workbook(self._tables(state, language, root, day))

    def _tables(self, state: str, language: str, root: str, day: str = "") -> "Tables":
        from results import Tables

        form = read_state(json.loads(state))
        application = _application(self._document, read_form(self._document, form))
        assessment = eligibility.assess(self._policy, application)
        names = (subject.name for subject in form.subjects if subject.id == ENTERPRISE)
        applicant = next(names, "")
        edition = self._document["edition"]

        def link(clause: int, paragraph: int) -> str:
            return f"{root}{edition}/{clause:02d}/#p{paragraph}"

        tables = (self._document, application, assessment, language, link)
        return Tables(*tables, applicant=applicant, day=day)

    def open(self, text: str, language: str) -> str:
        """Open a saved application: return the form’s state, or why the whole file is refused.

        Returns `{state, lost, since}` or `{refused}`. `lost` is the number of entries that the form
        has no place for; `since` is HTML that names them and compares with the sums saved in the
        file, or empty. The text may also be a bare state, as the page stores it. Either may be of
        another edition: what fits is shown, and the rest is kept in the state for that edition.
        """
        try:
            if nesting(text) > DEEPEST:  # deeper nesting would overflow the stack in the browser
                raise eligibility.Refused(
                    "$", "JSON nested too deeply", "an application as in the contract"
                )
            read = eligibility.read_application(text)
            if isinstance(read, dict) and "form" in read:
                state, lost = open_state(self._document, read)
                return self._opened(state, lost, self._edition_told(read, language), language)
            application, gone = brought_here(self._document, read)
            check_application(application)
            assessment = eligibility.assess(self._policy, application)
        except SavedStateError:
            refused = eligibility.Refused("$", "nothing", "an application as in the contract")
            return self._refused(refused, language)
        except eligibility.Refused as refused:
            return self._refused(refused, language)
        assert isinstance(application, dict) and isinstance(read, dict)
        other = application.get("edition") != read.get("edition")
        state, lost = open_application(self._document, application, language, other=other)
        if other:
            gone = [one for one in gone if one not in lost]
            reading = read_form(self._document, read_state(state))
            assessment = eligibility.assess(self._policy, _application(self._document, reading))
        since, saved = "", read_saved(application)
        if saved is not None:
            import results

            since = results.changed_since(self._document, saved, assessment, language)
        return self._opened(state, gone + lost, since, language)

    def _edition_told(self, stored: Json, language: str) -> str:
        """Say of stored answers that they were typed under another edition, as HTML; else empty."""
        edition = stored.get("edition")
        if not is_edition(edition) or edition == self._document["edition"]:
            return ""
        import results

        return results.of_another_edition(self._document, edition, language)

    def _opened(self, state: Json, lost: list[Json], since: str, language: str) -> str:
        if lost:
            import results

            since = results.left_out(self._document, lost, language) + since
        return _write({"state": state, "lost": len(lost), "since": since})

    def _refused(self, refused: eligibility.Refused, language: str) -> str:
        import results

        return _write({"refused": results.refusal(refused, language)})


def _application(document: Json, reading: FormReading) -> Json:
    """Return what was understood of a form, in the shape of the engine's input."""
    return {
        "edition": document["edition"],
        "claims": reading.claims,
        "paid": reading.paid,
        "answers": {"planned": reading.planned},
    }


def _warning(warning: Json, reading: FormReading, language: str) -> Json:
    """Add how a figure was read and what may have been meant; `text` is the replacement to type."""
    if "meant" not in warning:
        return warning
    meant = warning["meant"]
    _, figure = reading.figures[warning["at"]]
    params = {"figure": money(str(figure), language), "meant": money(meant, language)}
    text = f"{meant}元" if language == "zh" else f"RMB {meant}"
    return {"at": warning["at"], "code": warning["code"], "params": params, "text": text}


def _echoes(reading: FormReading, language: str) -> list[Json]:
    figures = [
        {"at": at, "text": _echo(kind, figure, language)}
        for at, (kind, figure) in reading.figures.items()
    ]
    return [
        *figures,
        *({"at": at, "text": day(read, language)} for at, read in reading.days.items()),
    ]


def _echo(kind: str, figure: TypedFigure, language: str) -> str:
    if kind == "area":
        return area(str(figure), language)
    if kind in PLAIN:
        return share(str(figure)) if kind == "percentage" else digits(str(figure))
    short = money(str(figure), language)
    written = f"{figure.value:,f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    long = f"{written}元" if language == "zh" else f"RMB {written}"
    if short == long:
        return short
    return f"{short}（{long}）" if language == "zh" else f"{short} ({long})"


def _totals(assessment: Mapping[str, Any], language: str) -> Json:
    """Write the totals; None if nothing counts, which differs from a sum of 0."""
    totals = assessment["totals"]
    counts = any(award["status"] in _COUNTS for award in assessment["awards"])
    written: Json = {
        name: money(totals[name], language) if totals[name] != "0" else None
        for name in ("exact", "ceiling", "reference")
    }
    written["max"] = money(totals["max"], language) if counts else None
    least_most = totals.get("range")
    written["range"] = (
        [money(end, language) if end is not None else None for end in least_most]
        if least_most
        else None
    )
    return written


def _write(answer: Json) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
