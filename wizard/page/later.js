// What Python loads only when it is wanted: an archive of its own, fetched once.

import { fetchFile } from "./fetching.js";

const PLACE = "/home/pyodide/workbook.zip";

/** @type {Promise<void> | undefined} */
let added;

/**
 * Put the archive for workbooks where Python finds it; a fetch that failed is tried again.
 * @param {any} python
 * @param {import("./serve.js").Places} places
 */
export function addArchive(python, { workbook, packed }) {
  added ??= fetchFile(workbook, packed === "yes")
    .then((response) => response.arrayBuffer())
    .then((content) => {
      python.FS.writeFile(PLACE, new Uint8Array(content));
      python.pyimport("sys").path.append(PLACE);
    })
    .catch((error) => {
      added = undefined;
      throw error;
    });
  return added;
}
