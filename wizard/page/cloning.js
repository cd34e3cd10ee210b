// Clones templates that were rendered at build time; `CARD` in an id is replaced by the id of the
// clone.

const PLACES = ["id", "for", "name", "aria-describedby", "aria-labelledby"];

/** @param {string} template @returns {HTMLTemplateElement | null} */
export function templateOf(template) {
  const source = document.getElementById(template);
  return source instanceof HTMLTemplateElement ? source : null;
}

/** @param {string} template @param {string} [id] @returns {HTMLElement | null} */
export function clone(template, id = "") {
  const source = templateOf(template);
  if (!source) return null;
  const part = /** @type {DocumentFragment} */ (source.content.cloneNode(true));
  for (const element of part.querySelectorAll("*"))
    for (const place of PLACES) {
      const value = element.getAttribute(place);
      if (value?.includes("CARD")) element.setAttribute(place, value.split("CARD").join(id));
    }
  const root = /** @type {HTMLElement} */ (part.firstElementChild);
  if (id) root.id = id;
  return root;
}

/** Return an id that nothing in the page has. @param {string} letter with which it begins */
export function freeId(letter) {
  let number = 1;
  while (document.getElementById(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}
