// Runs the engine and the renderer in Pyodide and prints which modules of Python that took.
// usage: node trace.mjs RUNTIME_FOLDER STDLIB.zip < {"packages": PACKAGES.zip, "policy": TEXT}
import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { resolve } from "node:path";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

setPriority(10); // the pages, which are made at the same time, take longer
const [runtime, stdlib] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(resolve(runtime, "pyodide.mjs")).href);
  const python = await loadPyodide({
    indexURL: resolve(runtime),
    stdLibURL: resolve(stdlib),
    env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1" },
    stdout: (line) => console.error(line),
  });
  const { packages, policy } = await json(process.stdin); // both were made while Pyodide started
  python.FS.writeFile("/packages.zip", readFileSync(packages));
  python.pyimport("sys").path.insert(0, "/packages.zip");
  process.stdout.write(python.pyimport("recorder").record(policy), () => process.exit(0));
} catch (error) {
  console.error(String(error?.message ?? error)); // never the minified source around it
  process.exit(1);
}
