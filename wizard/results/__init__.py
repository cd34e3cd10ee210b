"""Turns an assessment into words: plain text for an officer, HTML for the browser.

    memo(document, application, assessment, "zh")   an officer's memo
    page(document, application, assessment, "en")   an HTML fragment
    nearby(document, application, assessment, Near(misses, curves), "zh")   what is near, as HTML
    comparison(document, kept, now, "en")           two assessments side by side, as HTML
    changed_since(document, saved, now, "zh")       a saved file and what it comes to now, as HTML
    left_out(document, lost, "zh")                  what of a file has no place in the form, as HTML
    refusal(refused, "zh")                          why an application was not assessed
    Tables(document, application, assessment, "zh", link)   the results as tables, for
    listing(tables), workbook(tables)               a comma-separated file and a workbook

Every sentence stands in one catalogue a language (`catalogue/zh.json`, `catalogue/en.json` and
what is near beside them); names, quotes and labels come from the policy document. No rule of the
policy is known here.
"""

from results.fragment import LATER, changed_since, comparison, left_out, nearby, page
from results.listing import listing
from results.memorandum import memo
from results.near import Near
from results.refusing import refusal
from results.tables import Tables
from results.workbook import workbook

__all__ = [
    "LATER",
    "Near",
    "Tables",
    "changed_since",
    "comparison",
    "left_out",
    "listing",
    "memo",
    "nearby",
    "page",
    "refusal",
    "workbook",
]
