// Archives that Python loads after its start, each fetched once.

import { fetchFile } from "./fetching.js";

/** @type {Map<string, Promise<void>>} by address */
const added = new Map();

/**
 * Put an archive where Python finds it; a failed fetch is repeated at the next call.
 * @param {any} python
 * @param {string} address
 * @param {boolean} packed whether the server is known to compress nothing
 * @returns {Promise<void>}
 */
export function addArchive(python, address, packed) {
  let adding = added.get(address);
  if (!adding) {
    adding = fetchFile(address, packed)
      .then((response) => response.arrayBuffer())
      .then((content) => {
        const place = `/home/pyodide/${added.size}.zip`;
        python.FS.writeFile(place, new Uint8Array(content));
        python.pyimport("sys").path.append(place);
      });
    adding.catch(() => added.delete(address));
    added.set(address, adding);
  }
  return adding;
}
