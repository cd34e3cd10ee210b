"""All awards as a table for spreadsheets: one row for each tier, columns in both languages."""

import csv
import io
from collections.abc import Iterator
from itertools import zip_longest

import amounts
from clauses.document import Award, Department, PolicyDocument, Stage
from docs.site.labels import fact_label
from docs.site.language import EN, ZH, InBoth
from docs.site.money import Sum
from docs.site.sums import Payment, payment

COLUMNS = (
    "id", "clause", "paragraph", "name_zh", "name_en", "kind", "wording", "tier_zh",
    "tier_en", "rate", "rate_of_zh", "rate_of_en", "sum_yuan", "sum_zh", "sum_en",
    "stages_zh", "stages_en", "payee_zh", "payee_en", "departments_zh", "departments_en",
    "quote_zh", "quote_en",
)  # fmt: skip
"""The columns in order; the page of the open data explains them."""


def award_table(policy: PolicyDocument) -> str:
    """Return the table as CSV with CRLF line ends, without a byte-order mark."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for _, award in policy.awards:
        writer.writerows(_rows(award, policy.edition.departments))
    return out.getvalue()


def _rows(award: Award, departments: dict[str, Department]) -> Iterator[dict[str, object]]:
    chinese, english = (payment(award, language) for language in (ZH, EN))
    own = [departments[code] for code in award.departments]
    common: dict[str, object] = {
        "id": award.id,
        "clause": award.clause,
        "paragraph": award.paragraph,
        "kind": award.kind,
        "wording": award.wording,
        **_both("name", award.name),
        **_both("payee", award.payee),
        **_both("quote", award.quote),
        "departments_zh": "、".join(department.zh for department in own),
        "departments_en": "; ".join(department.en for department in own),
        "stages_zh": "；".join(_stage(stage, ZH.of(stage.name)) for stage in award.stages),
        "stages_en": "; ".join(_stage(stage, EN.of(stage.name)) for stage in award.stages),
        **_rate(award),
    }
    for (tier_zh, sum_zh), (tier_en, sum_en) in zip_longest(_sums(chinese), _sums(english)):
        yield {
            **common,
            "tier_zh": tier_zh,
            "tier_en": tier_en,
            "sum_yuan": f"{sum_zh.value:f}" if sum_zh else "",
            "sum_zh": sum_zh.text if sum_zh else "",
            "sum_en": sum_en.text if sum_en else "",
        }


def _both(name: str, text: InBoth) -> dict[str, str]:
    return {f"{name}_zh": text.zh, f"{name}_en": text.en}


def _stage(stage: Stage, name: str) -> str:
    return name if stage.assumed else f"{name} {amounts.share(stage.share)}"


def _rate(award: Award) -> dict[str, str]:
    rule = award.sum
    if "rate" not in rule:
        return {}
    return {
        "rate": rule["rate"],
        "rate_of_zh": fact_label(award, rule["of"], ZH),
        "rate_of_en": fact_label(award, rule["of"], EN),
    }


def _sums(paid: Payment) -> list[tuple[str, Sum | None]]:
    """Return each tier with its sum, or None if the text gives the tier no figure."""
    if paid.tiers:
        return [(tier.label, None if tier.open else tier.sum) for tier in paid.tiers]
    return [("", paid.amount or paid.ceiling)]
