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

/** Whether the page itself came uncompressed, as from a plain server. */
export function compressesNothing() {
  if (navigator.serviceWorker?.controller) return false; // it has everything as it is
  const [page] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  return Boolean(page?.encodedBodySize) && page.encodedBodySize === page.decodedBodySize;
}
