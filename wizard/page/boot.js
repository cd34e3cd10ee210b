// Starts Python from the packed archive, which stands in the place of its standard library.

/* global LOCK_INFO */ // what the loader checks itself against; set when bundling

/**
 * @param {import("./serve.js").Places} places
 * @returns {Promise<{python: any, policy: string}>}
 */
export async function boot({ runtime, archive, policy }) {
  const [python, text] = await Promise.all([start(runtime, archive), fetchText(policy)]);
  return { python, policy: text };
}

/** @param {string} address @returns {Promise<string>} */
export async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.text();
}

/** @param {string} runtime @param {string} archive */
async function start(runtime, archive) {
  // the loader asks for this one only later, and says itself what is wrong with it
  import(`${runtime}pyodide.asm.js`).catch(() => undefined);
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  return loadPyodide({
    indexURL: runtime,
    stdLibURL: archive,
    lockFileContents: { info: LOCK_INFO, packages: {} },
    env: { HOME: "/home/pyodide", PYTHONNODEBUGRANGES: "1" },
  });
}
