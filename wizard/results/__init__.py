"""Turns an assessment into words: plain text for an officer, HTML for the browser.

    memo(document, application, assessment, "zh")   an officer's memo
    page(document, application, assessment, "en")   an HTML fragment
    refusal(refused, "zh")                          why an application was not assessed

Every sentence stands in one catalogue a language (`catalogue/zh.json`, `catalogue/en.json`);
names, quotes and labels come from the policy document. No rule of the policy is known here.
"""

from results.fragment import page
from results.memorandum import memo
from results.refusing import refusal

__all__ = ["memo", "page", "refusal"]
