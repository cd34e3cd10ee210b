"""Forms as the page sends them: by default a card of clause 3 about one project."""

import json
from typing import Any

from answers.session import FormSession

Json = dict[str, Any]


def claim(id_: str = "c1", **changes: Any) -> Json:
    """Return a card of clause 3 as the page sends it."""
    facts = {"selected": "yes", "actual_input": {"text": "1亿", "unit": "wan"}}
    return {"id": id_, "award": "03-industrial-investment", "subject": "s1",
            "date": "2021-06-30", "facts": facts, **changes}  # fmt: skip


def subject(id_: str = "s1", name: str = "四号线", **changes: Any) -> Json:
    """Return an entry as the page sends it."""
    return {"id": id_, "kind": "project", "name": name, "same": "", "planned": {}, **changes}


def form(*claims: Json, paid: tuple[Json, ...] = (), subjects: tuple[Json, ...] = ()) -> Json:
    """Return the state of a form, by default with one project."""
    return {"form": 3, "roles": ["manufacturer"], "topics": [],
            "subjects": list(subjects or [subject()]),
            "claims": list(claims), "paid": list(paid)}  # fmt: skip


def read(session: FormSession, *claims: Json, language: str = "zh", **more: Any) -> Json:
    """Let the session read a form."""
    answer: Json = json.loads(session.read(json.dumps(form(*claims, **more)), language))
    return answer
