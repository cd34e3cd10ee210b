// The answers as a link, behind the # of the address, a part that no browser sends to a server.

const MOST = 1_000_000; // characters of JSON, as for a file
const LONGEST = 100_000; // characters of a link

/**
 * The part of a link: `#facts=z.…` deflated, or `#facts=p.…` plain if the browser cannot deflate.
 * `#carried=…` brings the reader’s own answers from the page of another edition.
 */
const FRAGMENT = /^#(facts|carried)=(.*)$/s;

/**
 * @param {object} application @param {string} [carried] the page of another edition, if to that one
 * @returns {Promise<string>} the complete address
 */
export async function linkTo(application, carried) {
  const plain = new TextEncoder().encode(JSON.stringify(application));
  const packed = await deflate(plain).catch(() => null); // old browsers lack this stream
  const [way, bytes] = packed ? ["z", packed] : ["p", plain];
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const safe = btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const start = carried ? `${carried}#carried=` : `${location.origin}${location.pathname}#facts=`;
  return `${start}${way}.${safe}`;
}

/** Return the answers in the address and remove them there; the history may still have them. */
export function takeLinked() {
  const [, from, held] = FRAGMENT.exec(location.hash) ?? [];
  if (held === undefined) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  return { name: from === "carried" ? "carried" : "link", held };
}

/**
 * Return the JSON text of a link, up to the maximum size of a file.
 * @param {string} held
 * @returns {Promise<string>} rejected with `large` or `unread`
 */
export async function textOf(held) {
  if (held.length > LONGEST) throw "large";
  const [, way, safe] = /^([zp])\.([A-Za-z0-9_-]+)$/.exec(held) ?? [];
  if (!safe) throw "unread";
  let bytes;
  try {
    const text = atob(safe.replace(/-/g, "+").replace(/_/g, "/"));
    bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    if (way === "z") bytes = await inflate(bytes);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw error === "large" ? error : "unread";
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function deflate(bytes) {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** @param {Uint8Array<ArrayBuffer>} bytes untrusted, so the size is checked while inflating */
async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > MOST) {
      reader.cancel().catch(() => undefined);
      throw "large";
    }
    parts.push(value);
  }
}
