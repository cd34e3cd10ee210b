// Runs `rare.py` in Pyodide with the archives of a built site.
// usage: node rare.mjs RUNTIME_FOLDER POLICY.json ARCHIVE.zip OTHER_ARCHIVE.zip …
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, policy, archive, ...more] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(pathToFileURL(resolve(runtime, "pyodide.mjs")).href);
  const python = await loadPyodide({
    indexURL: resolve(runtime),
    stdLibURL: resolve(archive),
    env: { HOME: "/home/pyodide", PYTHONNODEBUGRANGES: "1" },
  });
  more.forEach((file, number) => {
    python.FS.writeFile(`/more${number}.zip`, readFileSync(file));
    python.pyimport("sys").path.append(`/more${number}.zip`);
  });
  console.error(python.pyimport("rare").run(readFileSync(policy, "utf-8")), "refused");
  globalThis.gc(); // what JavaScript held of Python goes
  await new Promise((done) => setTimeout(done, 500));
  process.exit(0);
} catch (error) {
  console.error(String(error?.message ?? error)); // never the minified source around it
  process.exit(1);
}
