"""Turns an assessment into words: plain text for an officer, HTML for the browser.

    memo(document, application, assessment, "zh")   an officer's memo
    page(document, application, assessment, "en")   an HTML fragment
    nearby(document, application, assessment, Near(misses, curves), "zh")   what is near, as HTML
    comparison(document, kept, now, "en")           two assessments side by side, as HTML
    refusal(refused, "zh")                          why an application was not assessed

Every sentence stands in one catalogue a language (`catalogue/zh.json`, `catalogue/en.json` and
what is near beside them); names, quotes and labels come from the policy document. No rule of the
policy is known here.
"""

from results.fragment import LATER, comparison, nearby, page
from results.memorandum import memo
from results.near import Near
from results.refusing import refusal

__all__ = ["LATER", "Near", "comparison", "memo", "nearby", "page", "refusal"]
