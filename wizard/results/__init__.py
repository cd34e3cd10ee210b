"""Puts an assessment into words: plain text for an officer, HTML for the browser.

    memo(document, application, assessment, "zh")       an officer's memo
    page(document, application, assessment, "en")       an HTML fragment
    nearby(document, application, assessment, Near(misses, curves), "zh")    near misses, as HTML
    comparison(document, kept, now, "en")               two assessments side by side, as HTML
    changed_since(document, saved, now, "zh")           a saved file and its results now, as HTML
    of_another_edition(document, "2020-03-16", "zh")    stored answers of another edition, as HTML
    left_out(document, lost, "zh")                      what of a file the form cannot hold, as HTML
    refusal(refused, "zh")                              why an application was not assessed
    Tables(document, application, assessment, "zh", link)    the results as tables, for
    listing(tables), workbook(tables)                   a comma-separated file and a workbook

Sentences are in the catalogue of a language: `catalogue/zh.json` and `en.json`, those of near
misses in `.near.json`, of tables in `.tables.json`. What only one mechanism or part computes, it
says itself (`said` in its module in `eligibility/mechanisms`). Names, quotes and labels come from
the policy document. This package knows no rule of the policy.
"""

from results.fragment import (
    LATER,
    changed_since,
    comparison,
    left_out,
    nearby,
    of_another_edition,
    page,
)
from results.listing import listing
from results.memorandum import memo
from results.near import Near
from results.refusing import refusal
from results.tables import Tables
from results.words import status_names
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
    "of_another_edition",
    "page",
    "refusal",
    "status_names",
    "workbook",
]
