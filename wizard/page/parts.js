// The templates that the script clones, and its words; fetched while the page is being parsed.

import { fetchFile } from "./fetching.js";
import { compressesNothing } from "./line.js";

/** @param {HTMLElement} root @returns {Promise<string>} HTML, as rendered at build time */
export async function fetchParts(root) {
  const address = new URL(root.dataset.parts ?? "", document.baseURI).href;
  return (await fetchFile(address, compressesNothing())).json();
}

/** Put the parts into the page. @param {HTMLElement} root */
export async function addParts(root) {
  const page = /** @type {any} */ (window);
  const html = await (page.wizardParts ?? fetchParts(root));
  delete page.wizardParts;
  const holder = document.createElement("template");
  holder.innerHTML = html;
  root.append(holder.content);
}
