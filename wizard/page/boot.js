// Starts Python from the packed archive, which replaces its standard library.

import { loadPyodide } from "pyodide/pyodide.mjs";
import { fetchFile, runScript } from "./fetching.js";
import { addArchive } from "./later.js";

/**
 * @param {import("./messages").Places} places
 * @returns {Promise<import("./serve.js").Booted>}
 */
export async function boot({ runtime, archive, results, policy, packed }) {
  const plain = packed !== "yes";
  // all at once, before the loader asks for them one after the other
  const wasm = `${runtime}pyodide.asm.wasm`;
  const coming = new Map([wasm, archive].map((name) => [name, fetchFile(name, !plain)]));
  const text = fetchFile(policy, !plain).then((response) => response.text());
  for (const file of [...coming.values(), text]) file.catch(() => undefined);
  await runScript(`${runtime}pyodide.asm.js`, !plain);
  const python = await handing(coming, () =>
    loadPyodide({
      indexURL: runtime,
      stdLibURL: archive,
      lockFileContents: { info: LOCK_INFO, packages: {} },
      env: { HOME: "/home/pyodide", PYTHONNODEBUGRANGES: "1" },
    }),
  );
  const modules = async () => {
    await addArchive(python, results, !plain);
    const more = python.pyimport("_dataclass_code_of_results").CODE;
    python.pyimport("_dataclass_code").CODE.update(more);
  };
  return { python, policy: await text, modules };
}

/**
 * Give the loader the files that are already coming when it asks for them, and fail when the
 * runtime is missing, cut off or damaged: the loader only writes that to the console, and waits.
 * @template T
 * @param {Map<string, Promise<Response>>} coming
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function handing(coming, work) {
  const ask = self.fetch;
  const compile = WebAssembly.instantiateStreaming;
  self.fetch = (what, options) => coming.get(String(what)) ?? ask(what, options);
  try {
    return await new Promise((resolve, reject) => {
      WebAssembly.instantiateStreaming = (response, imports) => {
        const compiled = compile(response, imports);
        compiled.catch(reject);
        return compiled;
      };
      work().then(resolve, reject);
    });
  } finally {
    self.fetch = ask;
    WebAssembly.instantiateStreaming = compile;
  }
}
