// The line to a worker: opened as early as the page allows, and taken over by the engine later.

/**
 * @typedef {object} Line
 * @property {Worker} worker
 * @property {Array<{data?: any}>} heard what came in before anyone listened; without data an error
 */

/**
 * Start a worker; where everything lies stands in its address, so that it waits for no message.
 * @param {HTMLElement} root @returns {Line}
 */
export function openLine(root) {
  const place = (/** @type {string} */ name) =>
    new URL(root.dataset[name] ?? "", document.baseURI).href;
  const places = ["runtime", "archive", "results", "policy", "workbook"].map((name) => [name, place(name)]);
  if (compressesNothing()) places.push(["packed", "yes"]);
  const address = `${place("worker")}#${new URLSearchParams(places)}`;
  const worker = new Worker(address, { type: "module" });
  // Firefox keeps a page that was left, its worker frozen; one frozen while it compiles keeps the
  // workers of all pages after it from compiling, for good
  window.addEventListener("pagehide", () => {
    worker.terminate();
    delete (/** @type {any} */ (window).wizardLine);
  });
  /** @type {Line["heard"]} */
  const heard = [];
  worker.onmessage = ({ data }) => heard.push({ data });
  worker.onmessageerror = () => heard.push({});
  worker.onerror = (event) => {
    event.preventDefault();
    heard.push({});
  };
  return { worker, heard };
}

const TELLING = 1024; // bytes; smaller files many hosts send as they are

/**
 * Whether the page’s scripts and styles came uncompressed, as from a plain server. The page itself
 * tells nothing: while it is being read, Firefox gives both its sizes as 0, or as equal.
 */
export function compressesNothing() {
  if (navigator.serviceWorker?.controller) return false; // it has everything as it is
  const files = /** @type {PerformanceResourceTiming[]} */ (
    performance.getEntriesByType("resource")
  ).filter((file) => /^(script|link)$/.test(file.initiatorType) && file.decodedBodySize >= TELLING);
  return files.length > 0 && files.every((file) => file.encodedBodySize === file.decodedBodySize);
}
