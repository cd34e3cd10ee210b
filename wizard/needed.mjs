// Runs the engine and the renderer in Pyodide and prints which modules of Python that took.
// usage: node needed.mjs RUNTIME_FOLDER STDLIB.zip REHEARSAL.py name=folder … < policy.json
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const [runtime, stdlib, rehearsal, ...packages] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(resolve(runtime, "pyodide.mjs")).href);
  const python = await loadPyodide({
    indexURL: resolve(runtime),
    stdLibURL: resolve(stdlib),
    env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1" },
    stdout: (line) => console.error(line),
  });
  for (const pair of packages) {
    const [name, folder] = pair.split("=");
    python.FS.mkdirTree(`/app/${name}`);
    python.mountNodeFS(`/app/${name}`, folder);
  }
  python.FS.mkdirTree("/run");
  python.FS.writeFile("/run/rehearsal.py", readFileSync(rehearsal, "utf8"));
  python.pyimport("sys").path.insert(0, "/run");
  const policy = await text(process.stdin); // last: it is being read while Pyodide starts
  process.stdout.write(python.pyimport("rehearsal").rehearse(policy), () => process.exit(0));
} catch (error) {
  console.error(String(error?.message ?? error)); // never the minified source around it
  process.exit(1);
}
