"""The eligibility engine: an application in, an assessment out (pure standard library).

    policy = Policy.from_document(document)
    assessment = assess(policy, application)

The same package runs in CPython and in the browser. It knows no YAML, no file, no language and
no award by name: every rule comes from the policy document, and every word for people is a code.
"""

from eligibility.application import read_application
from eligibility.assessment import assess
from eligibility.policy import Policy
from eligibility.refused import Refused
from eligibility.version import VERSION

__all__ = ["VERSION", "Policy", "Refused", "assess", "read_application"]
