"""Turns what people put into the form into an application, and an application into the form.

Ships to the browser beside `eligibility` and `results`. Problems and echoes leave as codes; the
page has the words. No float anywhere: a typed figure is an exact decimal.
"""

from answers.session import FormSession

__all__ = ["FormSession"]
