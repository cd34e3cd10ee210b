"""Assess an application under the policy."""

import json
from pathlib import Path

import eligibility

document = json.loads(Path("<<policy>>").read_text("utf-8"))
policy = eligibility.Policy.from_document(document)
application = eligibility.read_application(Path("application.json").read_text("utf-8"))
assessment = eligibility.assess(policy, application)

for award in assessment["awards"]:
    print(award["claim"], award["award"], award["status"], award["amount"])
print(assessment["totals"]["max"])
