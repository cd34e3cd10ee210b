// Starts Python from the packed archive, which stands in the place of its standard library.

import { loadPyodide } from "pyodide/pyodide.mjs";
import { fetchFile, runScript } from "./fetching.js";
import { addArchive } from "./later.js";
import { splice } from "./splicing.js";

/* global LOCK_INFO */ // what the loader checks itself against; set when bundling

/** @typedef {import("./serve.js").Places} Places */

/** @type {{archive: Promise<Uint8Array>, policy: Promise<string>, script: Promise<void>} | undefined} */
let started; // kept for another start
/** @type {Promise<Uint8Array> | undefined} */
let rest;

/**
 * Start Python with what it needs at first, or with the whole of it, once something is missing.
 * @param {Places} places
 * @param {boolean} whole
 * @returns {Promise<import("./serve.js").Booted>}
 */
export async function boot(places, whole) {
  const { runtime, archive, results, policy } = places;
  const packed = isPacked(places);
  // all at once, before the loader asks for them one after the other
  const wasm = whole ? complete(places) : fetchFile(wasmIn(places), packed);
  started ??= {
    archive: fetchFile(archive, packed).then(bytesOf),
    policy: fetchFile(policy, packed).then((response) => response.text()),
    script: runScript(`${runtime}pyodide.asm.js`, packed),
  };
  const { script, ...files } = started;
  for (const file of [wasm, files.archive, files.policy]) file.catch(() => undefined);
  await script;
  if (whole) await wasm; // the loader would wait for ever where it cannot be had
  const python = await withFiles(
    { [wasmIn(places)]: wasm, [archive]: files.archive.then((bytes) => new Response(bytes)) },
    () =>
      loadPyodide({
        indexURL: runtime,
        stdLibURL: archive,
        lockFileContents: { info: LOCK_INFO, packages: {} },
        env: { HOME: "/home/pyodide", PYTHONNODEBUGRANGES: "1" },
      }),
  );
  const rest = async () => {
    await addArchive(python, results, packed);
    const more = python.pyimport("_dataclass_code_of_results").CODE;
    python.pyimport("_dataclass_code").CODE.update(more);
  };
  return { python, policy: await files.policy, rest };
}


/** @param {Places} places @returns {Promise<Response>} the whole module */
async function complete(places) {
  const lacking = await fetchRest(places);
  // the browser has it; a copy kept here would cost each start the compiled code that it keeps
  const had = await fetchFile(wasmIn(places), isPacked(places), { cache: "force-cache" });
  return new Response(splice(await bytesOf(had), lacking));
}

/**
 * Fetch the functions that are hardly ever called; what failed is tried again when it is needed.
 * @param {Places} places
 */
export function fetchRest(places) {
  rest ??= fetchFile(`${places.runtime}pyodide.rest.wasm`, isPacked(places))
    .then(bytesOf)
    .catch((error) => {
      rest = undefined;
      throw error;
    });
  return rest;
}

/** @param {Places} places */
function wasmIn({ runtime }) {
  return `${runtime}pyodide.asm.wasm`;
}

/** @param {Places} places */
function isPacked({ packed }) {
  return packed === "yes";
}

/** @param {Response} response */
async function bytesOf(response) {
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Hand the loader what is already coming, when it asks for it.
 * @template T
 * @param {Record<string, Promise<Response>>} coming
 * @param {() => Promise<T>} work
 */
async function withFiles(coming, work) {
  const ask = self.fetch;
  self.fetch = (what, options) => coming[String(what)] ?? ask(what, options);
  try {
    return await work();
  } finally {
    self.fetch = ask;
  }
}
