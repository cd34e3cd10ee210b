"""The example profiles on the site: a link that fills in the form, and a page of results.

The page is made at build time with the engine and the templates that the browser also uses.
"""

import json
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import eligibility
import nearness
import results
from clauses.examples import Profile
from clauses.messages import Both, StaffError

Json = Mapping[str, Any]


class ExampleError(StaffError):
    """An example has an invalid claim; the message says which, and why."""


@dataclass(frozen=True)
class ShownProfile:
    """One example in one language."""

    key: str
    name: str
    about: str
    total: str
    """The total, in words: at most …"""
    fragment: str
    """The part after the wizard's address; it fills in the form and is not sent to a server."""
    answers: Sequence[Json]
    """Rows of `award`, `subject`, `question`, `answer`."""
    results: str
    """The page of results, as HTML."""


def show(
    document: Json, profiles: Sequence[Profile], language: str, up: str = "../../"
) -> list[ShownProfile]:
    """Compute every example; raises `ExampleError` if one of them has an invalid claim.

    `up` is the path from the page of an example, below the wizard, to the root of its language.
    """
    policy = eligibility.Policy.from_document(dict(document))
    return [_shown(document, policy, profile, language, up) for profile in profiles]


def _shown(
    document: Json, policy: eligibility.Policy, profile: Profile, language: str, up: str
) -> ShownProfile:
    application = dict(profile.applications[language])
    assessment = eligibility.assess(policy, application)
    faulty = [award for award in assessment["awards"] if award["status"] == "invalid"]
    if faulty:
        wrong = {**assessment, "awards": faulty}
        said = Both(*(results.memo(document, application, wrong, lang) for lang in ("zh", "en")))
        raise ExampleError("example-invalid", name=profile.key, said=said)
    misses = nearness.worthwhile(nearness.near_misses(policy, application))
    near = results.Near(misses, nearness.curves(policy, application))
    tables = results.Tables(document, application, assessment, language, lambda *place: "")
    return ShownProfile(
        key=profile.key,
        name=getattr(profile.name, language),
        about=getattr(profile.about, language),
        total=tables.view.totals[0].value,
        fragment=fragment(application),
        answers=tables.answers().rows,
        results=results.page(
            document, application, assessment, language, up, near, readings="../../readings/"
        ),
    )


def fragment(application: Json) -> str:
    """Return an application in the form in which the page puts it into a link (`page/share.js`)."""
    text = json.dumps(application, ensure_ascii=False, separators=(",", ":"))
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packing.compress(text.encode()) + packing.flush()
    return "#facts=z." + urlsafe_b64encode(packed).decode().rstrip("=")
