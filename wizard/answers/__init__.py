"""Converts the answers typed into the form to an application, and an application to form answers.

Ships to the browser with `eligibility` and `results`. Problems and echoes are returned as codes;
the page has the words for them. No floats: a typed figure is an exact decimal.
"""

from answers.session import FormSession

__all__ = ["FormSession"]
