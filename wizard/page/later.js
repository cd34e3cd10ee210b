// What Python loads after its start: archives of their own, each fetched once.

import { fetchFile } from "./fetching.js";

/** @type {Map<string, Promise<ArrayBuffer>>} by their addresses; kept for another start */
const coming = new Map();

/**
 * Put an archive where Python finds it; a fetch that failed is tried again when it is next wanted.
 * @param {any} python
 * @param {string} address
 * @param {boolean} packed whether the server is known to compress nothing
 */
export async function addArchive(python, address, packed) {
  const content = new Uint8Array(await (coming.get(address) ?? fetched(address, packed)));
  const place = `/home/pyodide/${address.slice(address.lastIndexOf("/") + 1)}`;
  if (python.FS.analyzePath(place).exists) return;
  python.FS.writeFile(place, content);
  python.pyimport("sys").path.append(place);
}

/** @param {string} address @param {boolean} packed */
function fetched(address, packed) {
  const content = fetchFile(address, packed).then((response) => response.arrayBuffer());
  content.catch(() => coming.delete(address));
  coming.set(address, content);
  return content;
}
