"""Two editions to be compared, and the state of a form with given answers."""

import copy
import json
from functools import cache
from typing import Any

from tests.editions.second import second
from tests.policy import compiled

Json = dict[str, Any]
NEW_AWARD = "90-leasing"
_YUAN = {"money": "yuan", "area": "m2", "count": "piece"}


@cache
def documents() -> tuple[str, str]:
    """Return the wizard's documents of both editions, with the edits that `cases.yml` names."""
    old, new = (copy.deepcopy(dict(one.wizard)) for one in (compiled(), second()))
    awards = {award["id"]: award for award in new["awards"]}
    made = copy.deepcopy(awards["14-city-centre"])
    new["awards"].append({**made, "id": NEW_AWARD, "name": {"zh": "设备租赁补助", "en": "Leasing"}})
    asked = copy.deepcopy(awards["14-provincial-centre"])
    fact = {**asked["facts"][0], "name": "approved",
            "label": {"zh": "经市政府批准", "en": "approved by the city"}}  # fmt: skip
    awards["14-provincial-centre"]["facts"].append(fact)
    awards["14-provincial-centre"]["conditions"].append(
        {**asked["conditions"][0], "fact": "approved",
         "words": {"zh": "经市政府批准", "en": "approved by the city"}}
    )  # fmt: skip
    awards["10-service-manufacturing"]["wording"] = "reference"
    awards["22-well-known-trademark"]["sum"]["amount"] = "600000"
    return tuple(json.dumps(one, ensure_ascii=False) for one in (old, new))  # type: ignore[return-value]


def state(claims: list[Json]) -> Json:
    """Return a form with claims, each for a project of its own unless they say otherwise.

    A claim whose award the published edition does not have is kept as its form keeps it.
    """
    known = {award["id"]: award for award in json.loads(documents()[0])["awards"]}
    drawn: list[Json] = []
    elsewhere: list[Json] = []
    for number, claim in enumerate(claims, 1):
        facts = {
            fact["name"]: fact["type"] for fact in known.get(claim["award"], {}).get("facts", ())
        }
        one = {
            "id": f"c{number}",
            "award": claim["award"],
            "subject": claim.get("subject", f"s{number}"),
            "date": claim.get("date", "2021-06-30"),
            "facts": {
                name: {"text": f"{value}", "unit": _YUAN[facts[name]]}
                if not isinstance(value, str)
                else value
                for name, value in claim["facts"].items()
            },
        }
        (drawn if claim["award"] in known else elsewhere).append(one)
    return {
        "form": 3,
        "roles": [],
        "topics": [],
        "subjects": [
            {"id": id_, "kind": "project", "name": f"项目{id_}", "same": "", "planned": {}}
            for id_ in dict.fromkeys(one["subject"] for one in (*drawn, *elsewhere))
        ],
        "claims": drawn,
        "paid": [],
        **({"elsewhere": [{"claim": one} for one in elsewhere]} if elsewhere else {}),
    }
