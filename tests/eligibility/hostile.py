"""Hostile applications: ten thousand of them, the same each time.

Most start as a plausible application, so that the attack gets far, and are then broken in one to
four places: as objects (wrong types, keys removed or added), or as text (a byte-order mark,
duplicate keys, figures that are not JSON, thousands of brackets).
"""

import json
import random
from collections.abc import Iterator
from typing import Any

from tests.eligibility.applications import AWARDS, LINES, Json, likely

SEED = 20200316

STRINGS = [
    "", " ", "\u3000", "0", "-0", "00", "1e9", "1E400", "1.", ".5", "+1", "-1", "1,000", "1_000",
    "\u20281", "0x10",
    "NaN", "nan", "Infinity", "-inf", "１２３", "٣٤", "²", "壹佰", "1 ", " 1", "1\n",
    "\ud800", "\udfff\ud800", "\x00", "\u202e", "\ufeff1", "e\u0301" * 300, "\u0315\u0300" * 450,
    "true", "null", "None", "{}", "[]", "$", "%s%n", "{0.__class__}", "../../x", "<script>",
    "__proto__", "__class__", "2021-02-30", "2021-2-3", "２０２１-01-01", "0000-00-00",
    "9999-12-31",    "2021-06-30T00:00", "2021-W01-1", "20210630", "9" * 60, "9" * 61,
    "9" * 10_000, "甲" * 10_000,
]  # fmt: skip
SCALARS: list[Any] = [
    None, True, False, 0, -0, 1, -1, 2**31, 2**63, 10**59, 10**60, 10**4000, -(10**4000),
    0.0, -0.0, 1.5, 1e308, 5e-324, float("inf"), float("-inf"), float("nan"),
]  # fmt: skip
KEYS = [
    "edition", "claims", "paid", "answers", "id", "award", "subject", "date", "facts", "amount",
    "level", "actual_input", "", " ", "\ud800", "__proto__", "constructor", "甲" * 5000,
]  # fmt: skip
FIGURES = [
    "NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e5", "1E-5", "-0", "-0.0", "01", "+1",
    ".5", "1.", "0x1", "１", "1_0",
    "9" * 4000, "9" * 5000, "0." + "0" * 5000 + "1", "'a'", "undefined",
    "True", "None", "\ufeff", "\x00", "//", "/**/", ",", "", '"\\ud800"', '"\\u0000"', '"\\x41"',
    '"\n"', "{" * 50, "[" * 2000, "[" * 100_000, '{"a":' * 5000, "[" * 400 + "]" * 400,
]  # fmt: skip


class Attacker:
    """Makes hostile applications from one random generator."""

    def __init__(self, seed: int = SEED) -> None:
        self.random = random.Random(seed)

    def applications(self, count: int) -> Iterator[tuple[str, Any]]:
        """Yield `text` with a text, or `object` with an object, `count` times."""
        for _ in range(count):
            if self.random.random() < 0.4:
                yield "text", self.text()
            else:
                yield "object", self.object()

    def object(self) -> Any:
        application: Any = self.plausible()
        for _ in range(self.random.choice([0, 1, 1, 2, 4])):
            application = self.break_somewhere(application)
        return application

    def text(self) -> str:
        """Return a text that is almost JSON."""
        pick = self.random.choice
        whole = json.dumps(self.object(), ensure_ascii=pick([True, False]))
        for _ in range(pick([0, 1, 1, 2])):
            at = self.random.randrange(len(whole) + 1)
            attack = pick(["insert", "insert", "value", "value", "twice", "cut", "drop", "garbage"])
            if attack == "insert":
                whole = whole[:at] + pick(FIGURES) + whole[at:]
            elif attack == "value":  # in place of a value
                colons = [n for n, c in enumerate(whole[:20_000]) if c == ":"] or [0]
                at = pick(colons) + 1
                end = next((n for n in range(at, len(whole)) if whole[n] in ",}"), len(whole))
                whole = whole[:at] + pick(FIGURES) + whole[end:]
            elif attack == "twice":
                key = json.dumps(pick(KEYS))
                whole = whole.replace("{", "{" + f"{key}: 1, {key}: 2, ", 1)
            elif attack == "cut":
                whole = whole[:at]
            elif attack == "drop":
                whole = whole[:at] + whole[at + 1 :]
            else:
                whole = "".join(map(chr, self.random.choices(range(1, 0x3000), k=30)))
        return pick(["", "", "", "", "\ufeff", " \n", "\x00"]) + whole

    def plausible(self) -> Json:
        pick = self.random.choice
        claims = []
        for number in range(pick([0, 1, 1, 2, 3, 5])):
            award = pick([*AWARDS, *LINES])
            facts = {
                fact["name"]: pick(likely(award, fact["name"]) or ("0", "100000", "3000000.01", 7))
                for fact in AWARDS.get(award, {"facts": []})["facts"]
                if self.random.random() < 0.9
            }
            day = pick(["2020-06-30", "2021-06-30", "2019-12-31", None])
            claims.append(
                {
                    "id": f"c{number}",
                    "award": award,
                    "subject": pick("甲乙"),
                    "date": day,
                    "facts": facts,
                }
            )
        paid = [
            {"award": pick(list(AWARDS)), "subject": "甲", "date": "2020-06-30", "amount": "1000"}
            for _ in range(pick([0, 0, 1, 2]))
        ]
        return {"edition": pick([None, "2020-03-16"]), "claims": claims, "paid": paid}

    def value(self) -> Any:
        pick = self.random.choice
        kind = pick(["string", "string", "scalar", "scalar", "list", "object", "deep", "long"])
        if kind == "string":
            return pick(STRINGS)
        if kind == "scalar":
            return pick(SCALARS)
        if kind == "list":
            return [pick([*SCALARS, *STRINGS[:30]]) for _ in range(pick([0, 1, 3]))]
        if kind == "object":
            return {pick(KEYS): pick(SCALARS) for _ in range(pick([0, 1, 3]))}
        if kind == "deep":
            deep: Any = pick(SCALARS)
            for _ in range(pick([10, 100, 400])):
                deep = pick([[deep], {"facts": deep}])
            return deep
        return [pick(SCALARS[:8])] * pick([999, 1000, 1001, 5000])

    def break_somewhere(self, whole: Any) -> Any:
        """Replace a value, remove a key, or add one; return the whole object."""
        pick = self.random.choice
        node: Any = whole
        above: Any = None
        key: Any = None
        while isinstance(node, dict | list) and node and self.random.random() < 0.75:
            above = node
            key = pick(list(node)) if isinstance(node, dict) else self.random.randrange(len(node))
            node = node[key]
        how = pick(["replace", "replace", "replace", "remove", "add", "repeat"])
        if isinstance(node, dict) and how == "add":
            node[pick(KEYS)] = self.value()
        elif isinstance(node, list) and how == "repeat":
            node *= pick([2, 2, 300 if len(node) < 9 else 2])
        elif above is None:
            return self.value() if self.random.random() < 0.2 else whole
        elif how == "remove":
            del above[key]
        else:
            above[key] = self.value()
        return whole
