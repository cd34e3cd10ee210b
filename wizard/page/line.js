// The connection to a worker: opened as early as possible, and handed over to the engine later.

/**
 * @typedef {object} Line
 * @property {Worker} worker
 * @property {Array<{data?: any}>} heard messages before the engine listens; one without data is an
 * error
 */

/**
 * Start a worker. Its address contains those of all files, so that it need not wait for a message.
 * @param {HTMLElement} root @returns {Line}
 */
export function openLine(root) {
  const place = (/** @type {string} */ name) =>
    new URL(root.dataset[name] ?? "", document.baseURI).href;
  const places = ["runtime", "archive", "results", "policy", "workbook"].map((name) => [name, place(name)]);
  if (root.dataset.home) places.push(["home", root.dataset.home]);
  if (compressesNothing()) places.push(["packed", "yes"]);
  const address = `${place("worker")}#${new URLSearchParams(places)}`;
  const worker = new Worker(address, { type: "module" });
    // Firefox keeps a page that was left, with its worker frozen. A worker frozen while compiling
    // blocks compilation in the workers of all later pages, permanently.
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

const TELLING = 1024; // bytes; many hosts do not compress smaller files

/**
 * Whether the page’s scripts and styles came uncompressed, as from a simple server. The sizes of
 * the page itself do not help: while it is being parsed, Firefox gives both as 0, or as equal.
 */
export function compressesNothing() {
  if (navigator.serviceWorker?.controller) return false; // it has all files uncompressed
  const files = /** @type {PerformanceResourceTiming[]} */ (
    performance.getEntriesByType("resource")
  ).filter((file) => /^(script|link)$/.test(file.initiatorType) && file.decodedBodySize >= TELLING);
  return files.length > 0 && files.every((file) => file.encodedBodySize === file.decodedBodySize);
}
