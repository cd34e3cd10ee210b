// Fetching what the engine needs: compressed by the server, or else as the packed copy next to it.

export const KEPT = "x-sha256"; // on what the service worker gives, which needs no packed copy
const fetch = self.fetch.bind(self); // the browser's own: the loader gets another one

/**
 * Answers with the file; where the server does not compress it, its copy in gzip is fetched in its
 * place and inflated here. Where that cannot be done the plain file is taken.
 * @param {string} address
 * @param {boolean} packed whether the server is known to compress nothing
 * @param {RequestInit} [how]
 * @returns {Promise<Response>}
 */
export async function fetchFile(address, packed, how) {
  const able = typeof DecompressionStream === "function";
  if (!packed || !able) {
    const stop = new AbortController();
    const plain = await fetch(address, { ...how, signal: stop.signal });
    const small = plain.headers.get("content-encoding") ?? plain.headers.get(KEPT);
    if (!able || !plain.ok || small) return checked(plain);
    stop.abort();
  }
  const copy = await fetch(`${address}.gz`, how).catch(() => null);
  if (!copy?.ok || !copy.body) return checked(await fetch(address, how));
  const [first, whole] = copy.body.tee();
  const body = (await inGzip(first)) ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
  return new Response(body, { headers: { "content-type": typeOf(address) } });
}

/**
 * Whether it begins as gzip does. No header says that: a server may declare the copy as compressed,
 * and the browser has inflated it, or may compress the copy again.
 * @param {ReadableStream<Uint8Array>} body
 */
async function inGzip(body) {
  const reader = body.getReader();
  /** @type {number[]} */
  const begin = [];
  while (begin.length < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    begin.push(...value.subarray(0, 2));
  }
  reader.cancel();
  return begin[0] === 0x1f && begin[1] === 0x8b;
}

/** @param {Response} response */
function checked(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

/** @param {string} address */
function typeOf(address) {
  if (address.endsWith(".wasm")) return "application/wasm";
  return address.endsWith(".js") ? "text/javascript" : "application/octet-stream";
}

/**
 * Run a script of the runtime: as it is, or out of its packed copy where the policy of the host
 * allows that.
 * @param {string} address
 * @param {boolean} packed
 */
export async function runScript(address, packed) {
  if (packed && typeof DecompressionStream === "function") {
    try {
      const script = await (await fetchFile(address, true)).blob();
      const place = URL.createObjectURL(script);
      await import(place).finally(() => URL.revokeObjectURL(place));
      return;
    } catch {
      // refused, or cut off: the plain file says itself what is wrong with it
    }
  }
  await import(address);
}
