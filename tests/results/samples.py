"""Assessments written by hand, in the form of the contract."""

from typing import Any

Json = dict[str, Any]

HOSTILE = '<img src=x onerror="alert(1)">&{{7*7}}{0}“\x1b[31m'


def claim(number: str, award: str, status: str, **fields: Any) -> Json:
    """Return one entry of an assessment; fields not given are empty."""
    return {
        "claim": number,
        "award": award,
        "subject": "四号线",
        "date": "2021-06-30",
        "status": status,
        "amount": "0",
        "wording": "ceiling",
        "payee": "enterprise",
        "stages": [],
        "missing": [],
        "range": None,
        "notes": [],
        "readings": [],
        "alternatives": [],
        "steps": [],
        **fields,
    }


def note(code: str, **params: Any) -> Json:
    return {"code": code, "params": params}


def step(code: str, clause: int, zh: str, en: str, **params: Any) -> Json:
    quote = {"zh": zh, "en": en}
    return {"code": code, "params": params, "clause": clause, "paragraph": 1, "quote": quote}


def assessment(*awards: Json, **totals: Any) -> Json:
    """Return a complete assessment with some entries."""
    none = {"exact": "0", "ceiling": "0", "max": "0", "reference": "0", "range": None}
    return {
        "edition": "2020-03-16",
        "engine": "1.0.0",
        "policy": "sha256:" + "0" * 64,
        "awards": list(awards),
        "totals": none | totals,
    }


INVESTMENT = assessment(
    claim(
        "a",
        "03-industrial-investment",
        "payable",
        amount="23000000",
        stages=[["start", "6900000"], ["completion", "16100000"]],
        notes=[note("less-paid", amount="1000000")],
        readings=["A03", "A06"],
        alternatives=[{"reading": "A03", "option": 2, "amount": "24000000",
                       "total_max": "24000000"}],
        steps=[
            step("condition", 3, "每年度择优选择", "selected on merit each year",
                 fact="selected", value=True),
            step("rate", 3, "实际投入", "actual input",
                 rate="0.2", fact="actual_input", value="120000000", amount="24000000"),
            step("less-paid", 3, "从高、不重复", "the higher applies",
                 paid="1000000", amount="23000000"),
        ],
    ),
    claim(
        "b",
        "06-digital-workshop",
        "same-subject",
        notes=[note("displaced", claim="a", award="03-industrial-investment", amount="24000000")],
        steps=[
            step("rate", 6, "实际投入", "actual input",
                 rate="0.2", fact="actual_input", value="98765.42", amount="19753.08"),
        ],
    ),
    ceiling="23000000",
    max="23000000",
)  # fmt: skip

OPEN = assessment(
    claim("a", "03-industrial-investment", "needs-facts", amount=None,
          missing=["selected", "date"], date=None, range=["0", "20000000"]),
    claim("b", "21-insurance-premium", "needs-facts", amount=None, wording="exact",
          missing=["premium"], range=["0", None]),
    range=["0", None],
)  # fmt: skip

APART = assessment(
    claim("a", "26-core-team", "payable", amount="500000", payee="core-team"),
    claim("b", "13-green-title", "payable", amount="250000", wording="exact"),
    claim("c", "29-cluster-match", "reference", amount="2000000", wording="reference",
          payee="cluster-organisation", notes=[note("match-assumed")]),
    claim("d", "37-land-floor", "non-cash", amount="13440000", wording="floor"),
    claim("e", "02-major-project", "discretionary", amount=None, wording=None),
    claim("f", "24-standards", "pending", amount=None, wording=None, payee="undecided"),
    claim("g", "21-insurance-premium", "needs-review", amount="100000", wording="exact",
          notes=[note("review", reading="A28")]),
    exact="250000", ceiling="500000", max="750000", reference="2100000",
)  # fmt: skip

STRANGE = assessment(
    claim("a", "05-demo-base", "invalid", subject=HOSTILE,
          notes=[note("invalid-code", fact="level", found=f"“{HOSTILE}”",
                      allowed=["national", "provincial", "municipal", "district", "none"]),
                 note("unknown-fact", fact=f"“{HOSTILE}”"),
                 note("invalid-date", found="a list")]),
    claim("b", "05-demo-base", "same-subject",
          notes=[note("displaced", claim="a", award="05-demo-base", amount="1")]),
)  # fmt: skip

SAMPLES = {"investment": INVESTMENT, "open": OPEN, "apart": APART, "strange": STRANGE}


def application(of: Json) -> Json:
    """Return the application of an assessment, without facts."""
    claims = [
        {"id": one["claim"], "award": one["award"], "subject": one["subject"], "facts": {}}
        for one in of["awards"]
    ]
    return {"claims": claims, "paid": []}
