"""Print the results in words."""

import json
from pathlib import Path

import eligibility
import results

document = json.loads(Path("<<policy>>").read_text("utf-8"))
policy = eligibility.Policy.from_document(document)
application = eligibility.read_application(Path("application.json").read_text("utf-8"))
assessment = eligibility.assess(policy, application)
print(results.memo(document, application, assessment, "<<language>>"))
