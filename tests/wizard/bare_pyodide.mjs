// Assesses applications in Pyodide as npm ships it, with a wheel and nothing of the wizard.
// usage: node bare_pyodide.mjs WHEEL < {"policy": TEXT, "applications": [TEXT, …]}
import { json } from "node:stream/consumers";
import { loadPyodide } from "pyodide";

const { policy, applications } = await json(process.stdin);
const python = await loadPyodide();
await python.loadPackage(process.argv[2], { messageCallback: () => {} });
const assess = python.runPython(`
  import json
  import eligibility

  def assess(document, applications):
      policy = eligibility.Policy.from_document(json.loads(document))
      read = [eligibility.read_application(text) for text in applications]
      found = [eligibility.assess(policy, application) for application in read]
      return json.dumps({"file": eligibility.__file__, "assessments": found})

  assess
`);
process.stdout.write(assess(policy, applications), () => process.exit(0));
