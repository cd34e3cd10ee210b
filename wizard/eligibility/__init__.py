"""The eligibility engine: it turns an application into an assessment (standard library only).

    policy = Policy.from_document(document)
    assessment = assess(policy, application)

The same package runs in CPython and in the browser. It knows no YAML, no files, no language and no
award by name: every rule comes from the policy document, and it returns codes instead of sentences.
"""

from eligibility.application import read_application
from eligibility.assessment import assess
from eligibility.policy import Policy
from eligibility.refused import EligibilityError, Refused
from eligibility.version import VERSION

__all__ = ["VERSION", "EligibilityError", "Policy", "Refused", "assess", "read_application"]
