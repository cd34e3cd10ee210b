"""Converts stored or saved state to a state that the form can hold, and lists what was left out.

A state may come from another release, with awards, facts and choices that do not exist here, or
from an untrusted source. Everything that the form has a place for is kept as it was typed. Each
entry that is left out is listed:

    {"code": "award", "found": "99-of-old"}            the policy has no such award
    {"code": "fact", "award": "03-…", "subject": "四号线", "fact": "rd", "found": "20"}
                                                       no such question, or no such answer to it
    {"code": "subject", "award": "03-…", "found": "s9"}   its subject does not exist
    {"code": "entry", "found": "claims"}               not a list, or not a valid entry of one
    {"code": "same", "subject": "四号线", "found": "s9"}    same as one that does not exist
    {"code": "form", "found": "4"}                     written by another version of the form

What another edition may have a place for is also kept as it was typed (`answers.elsewhere`).

Input is only copied into new lists and dictionaries, and no text is longer than the limits in
`answers.state`.
"""

from collections.abc import Mapping
from typing import Any

from answers.elsewhere import keep, taken_back
from answers.figures import FIELD_UNITS, LONGEST
from answers.questions import NUMBERS, PLANNED, Document, entries, facts, kind_of, options
from answers.state import (
    ENTERPRISE,
    FORM,
    KINDS,
    LONGEST_DATE,
    LONGEST_NAME,
    MOST_CLAIMS,
    MOST_ENTRIES,
    SavedStateError,
    is_id,
)
from answers.subjects import owners
from eligibility import Refused
from eligibility.refused import shown

Json = dict[str, Any]

_SHORT = 60
"""How many characters of a left-out value are shown."""


def restore(document: Document, raw: object) -> tuple[Json, list[Json]]:
    """Return the state that the form can hold, and the entries that were left out.

    Raises `SavedStateError` if `raw` is not an object, `Refused` if it has more entries than the
    form can draw.
    """
    if not isinstance(raw, dict):
        raise SavedStateError
    return _Restoring(document).state(raw)


def check_size(claims: int, paid: int, subjects: int) -> None:
    """Raise `Refused` for more entries than the form can draw within two seconds."""
    for place, count, most in (
        ("$.claims", claims, MOST_CLAIMS),
        ("$.paid", paid, MOST_CLAIMS),
        ("$.subjects", subjects, MOST_ENTRIES),
    ):
        if count > most:
            raise Refused(place, f"{count} entries", f"at most {most}")


def check_application(application: object) -> None:
    """Raise `Refused` if an application is too large for the form; its shape is not checked."""
    if not isinstance(application, dict):
        return
    claims, paid = application.get("claims"), application.get("paid")
    claims, paid = (part if isinstance(part, list) else [] for part in (claims, paid))
    named = [one.get("subject") for one in [*claims, *paid] if isinstance(one, dict)]
    check_size(len(claims), len(paid), len({name for name in named if isinstance(name, str)}))


class _Restoring:
    """The conversion of one state."""

    def __init__(self, document: Document) -> None:
        self._known = entries(document)
        self._lost: list[Json] = []
        self._elsewhere: list[Json] = []
        self._used: set[str] = {ENTERPRISE}
        self._subjects: dict[str, Json] = {}
        """The converted subjects, by their id in the original state."""

    def state(self, raw: Mapping[str, Any]) -> tuple[Json, list[Json]]:
        raw, self._elsewhere = taken_back(self._known, raw)
        lists = {name: self._objects(raw, name) for name in ("subjects", "claims", "paid")}
        form = raw.get("form")
        if form != FORM:
            self._lose("form", found=form)
        for entry in lists["subjects"]:
            self._subject(entry, lists["claims"])
        self._same(lists["subjects"])
        claims = [claim for entry in lists["claims"] if (claim := self._claim(entry))]
        paid = [self._payment(entry) for entry in lists["paid"]]
        check_size(len(claims), len(paid), len(self._subjects))
        state = {
            "form": FORM,
            **{name: short_keys(raw.get(name)) for name in ("roles", "topics")},
            "subjects": list(self._subjects.values()),
            "claims": claims,
            "paid": paid,
        }
        if self._elsewhere:
            state["elsewhere"] = self._elsewhere[:MOST_CLAIMS]
        return state, self._lost

    def _objects(self, raw: Mapping[str, Any], name: str) -> list[Json]:
        found = raw.get(name)
        if found is None:
            return []
        if not isinstance(found, list):
            self._lose("entry", found=name)
            return []
        check_size(*(len(found) if name == part else 0 for part in ("claims", "paid", "subjects")))
        objects = [entry for entry in found if isinstance(entry, dict)]
        for _ in range(len(found) - len(objects)):
            self._lose("entry", found=name)
        return objects

    def _subject(self, entry: Json, claims: list[Json]) -> None:
        id_, kind = entry.get("id"), entry.get("kind")
        if not isinstance(id_, str) or id_ in self._subjects:
            name = entry.get("name")
            if isinstance(name, str) and name.strip():
                self._lose("entry", found=name)
            return
        if id_ == ENTERPRISE:
            kind = "enterprise"
        elif not isinstance(kind, str) or kind not in KINDS:
            kind = next((self._kind(c) for c in claims if c.get("subject") == id_), "project")
        own = id_ if id_ == ENTERPRISE else self._id(id_, "s")
        name = self._text(entry.get("name"), LONGEST_NAME, fact="name", subject=id_)
        planned: Json = {}
        given = entry.get("planned")
        for code, date in given.items() if isinstance(given, dict) else ():
            if code in PLANNED:
                planned[code] = self._text(date, LONGEST_DATE, fact=code, subject=name)
            elif date:
                self._lose("fact", subject=name, fact=code, found=date)
        self._subjects[id_] = {
            "id": own, "kind": kind, "name": name, "same": "", "planned": planned,
        }  # fmt: skip

    def _same(self, given: list[Json]) -> None:
        """Keep “the same as” only if it leads to an existing entry and not into a cycle."""
        same = dict.fromkeys(self._subjects, "")
        for entry in reversed(given):  # if an id occurs twice, the first entry counts
            if isinstance(entry.get("id"), str) and isinstance(entry.get("same"), str):
                same[entry["id"]] = entry["same"]
        found = owners(same)
        for id_, to in same.items():
            if id_ == ENTERPRISE or not to:
                continue
            if to not in self._subjects or to == ENTERPRISE:
                self._lose("same", subject=self._subjects[id_]["name"], found=to)
            elif found[id_] != id_:
                self._subjects[id_]["same"] = self._subjects[to]["id"]

    def _claim(self, entry: Json) -> Json | None:
        award = entry.get("award")
        if not isinstance(award, str) or award not in self._known:
            self._lose("award", found=award)
            subject = entry.get("subject")
            about = self._subjects.get(subject) if isinstance(subject, str) else None
            self._elsewhere += keep(
                "claim",
                award=award,
                date=entry.get("date"),
                facts=entry.get("facts"),
                id=self._id(entry.get("id"), "c"),
                subject=about["id"] if about else "",
            )
            return None
        given = entry.get("facts")
        given = given if isinstance(given, dict) else {}
        subject = self._about(award, entry, self._kind(entry))
        said = {"award": award, "subject": self._name(entry.get("subject"))}
        id_ = self._id(entry.get("id"), "c")
        return {
            "id": id_,
            "award": award,
            "subject": subject,
            "date": self._text(entry.get("date"), LONGEST_DATE, fact="date", **said),
            "facts": self._facts(id_, award, given, said),
        }

    def _facts(self, id_: str, award: str, given: Mapping[str, Any], said: Json) -> Json:
        asked = {fact["name"]: fact for fact in facts(self._known[award])}
        kept: Json = {}
        for name, answer in given.items():
            fact = asked.get(name)
            found = _figure(answer) if fact and fact["type"] in NUMBERS else None
            if fact and (found or (answer in options(fact) if isinstance(answer, str) else False)):
                kept[name] = found or answer
            elif not _is_empty(answer):
                self._lose("fact", **said, fact=name, found=answer)
                self._elsewhere += keep("fact", claim=id_, award=award, name=name, answer=answer)
        return kept

    def _payment(self, entry: Json) -> Json:
        award, id_ = entry.get("award"), self._id(entry.get("id"), "p")
        if not isinstance(award, str) or award not in {"", *self._known}:
            self._lose("award", found=award)
            self._elsewhere += keep("paid", id=id_, award=award)
            award = ""
        said = {"award": award, "subject": self._name(entry.get("subject"))}
        amount = entry.get("amount")
        figure = _figure(amount)
        if figure is None and not _is_empty(amount):
            self._lose("fact", **said, fact="amount", found=amount)
        subject = entry.get("subject")
        about = self._subjects.get(subject) if isinstance(subject, str) else None
        if about is None and subject == ENTERPRISE:
            about = {"id": self._about(award, entry, "enterprise")}
        if about is None and subject:
            self._lose("subject", award=award, found=subject)
        return {
            "id": id_,
            "award": award,
            "subject": about["id"] if about else "",
            "date": self._text(entry.get("date"), LONGEST_DATE, fact="date", **said),
            "amount": figure or {"text": "", "unit": "wan"},
        }

    def _about(self, award: str, entry: Json, kind: str) -> str:
        """Return the id of the subject of an entry, and add the subject if it does not exist."""
        subject = entry.get("subject")
        known = self._subjects.get(subject) if isinstance(subject, str) else None
        if known is None:
            if subject != ENTERPRISE:
                self._lose("subject", award=award, found=subject)
            key = subject if isinstance(subject, str) else f"#{len(self._subjects)}"
            own = ENTERPRISE if subject == ENTERPRISE or kind == "enterprise" else ""
            if own and ENTERPRISE in self._subjects:
                return ENTERPRISE
            if own:
                key = ENTERPRISE
            known = {"id": own or self._id(subject, "s"), "kind": own or kind, "name": "",
                     "same": "", "planned": {}}  # fmt: skip
            self._subjects[key] = known
        id_ = known["id"]
        assert isinstance(id_, str)
        return id_

    def _kind(self, claim: Json) -> str:
        entry = self._known.get(award) if isinstance(award := claim.get("award"), str) else None
        given = claim.get("facts")
        given = given if isinstance(given, dict) else {}
        typed = {name: value for name, value in given.items() if isinstance(value, str)}
        return kind_of(entry, typed) if entry else "project"

    def _name(self, id_: object) -> str:
        entry = self._subjects.get(id_) if isinstance(id_, str) else None
        return str(entry["name"]) if entry else ""

    def _id(self, wanted: object, letter: str) -> str:
        """Return a free id: the wanted one if it is valid and free."""
        number = len(self._used)
        id_ = wanted if isinstance(wanted, str) and is_id(wanted) else f"{letter}{number}"
        while id_ in self._used:
            number += 1
            id_ = f"{letter}{number}"
        self._used.add(id_)
        return id_

    def _text(self, value: object, most: int, **said: Any) -> str:
        if isinstance(value, str) and len(value) <= most:
            return value
        if not _is_empty(value):
            self._lose("fact", **said, found=value)
        return ""

    def _lose(self, code: str, **said: Any) -> None:
        self._lost.append({"code": code, **{name: _short(value) for name, value in said.items()}})


def short_keys(found: object) -> list[str]:
    """Return the short strings in a list, the expected form of the roles and topics of a file."""
    keys = found if isinstance(found, list) else []
    return [key for key in keys[:50] if isinstance(key, str) and len(key) <= 40]


def _figure(answer: object) -> Json | None:
    if not isinstance(answer, dict):
        return None
    text, unit = answer.get("text"), answer.get("unit")
    fits = isinstance(text, str) and len(text) <= LONGEST and isinstance(unit, str)
    return {"text": text, "unit": unit} if fits and unit in FIELD_UNITS else None


def _is_empty(answer: object) -> bool:
    text = answer.get("text") if isinstance(answer, dict) else answer
    return text is None or (isinstance(text, str) and not text.strip())


def _short(value: object) -> str:
    """Write a value so that it can be part of a sentence."""
    text = value.get("text") if isinstance(value, dict) else value
    if isinstance(text, str):
        return text if len(text) <= _SHORT else text[:_SHORT] + "…"
    return shown(text)
