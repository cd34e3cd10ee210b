// Starts the packed Python as a browser does, computes once and writes the results.
// usage: node try_runtime.mjs LOADER RUNTIME_FOLDER ARCHIVE.zip RESULTS.zip < {"document": POLICY, "lock": LOCK_INFO}
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { resolve } from "node:path";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

setPriority(10); // the pages are built at the same time, and take longer
const [loader, runtime, archive, results] = process.argv.slice(2).map((path) => resolve(path));
try {
  const { loadPyodide } = await import(pathToFileURL(loader).href);
  const { document, lock } = await json(process.stdin);
  const python = await loadPyodide({
    indexURL: runtime,
    stdLibURL: archive,
    lockFileContents: { info: lock, packages: {} },
    env: { HOME: "/home/pyodide" },
    stdout: (line) => console.error(line),
  });
  const session = python.pyimport("answers").FormSession(document);
  const subjects = [{ id: "s", kind: "project", name: "", same: "", planned: {} }];
  const claims = JSON.parse(document).awards.map(({ id }, number) => {
    return { id: `c${number}`, award: id, subject: "s", date: "2021-06-30", facts: {} };
  });
  const state = JSON.stringify({ form: 3, subjects, claims, paid: [] });
  const figures = JSON.parse(session.read(state, "zh"));
  python.FS.writeFile("/results.zip", readFileSync(results));
  python.pyimport("sys").path.append("/results.zip");
  python.pyimport("_dataclass_code").CODE.update(python.pyimport("_dataclass_code_of_results").CODE);
  const html = session.results("zh");
  if (!figures.application || !html) throw new Error("Python computed nothing");
  process.stdout.write(JSON.stringify({ claims: claims.length, html: html.length }), () => process.exit(0));
} catch (error) {
  console.error(String(error?.message ?? error)); // never the minified source around it
  process.exit(1);
}
