// The service worker: keeps one release of the wizard, whole and checked, for use without a network.
//
// It answers only for the files of its list, byte for byte as they were built, and stores nothing
// else: what is typed never comes here. Whatever is not on the list goes to the network untouched.

import { fetchFile, KEPT } from "./fetching.js";

/**
 * A file: its address from the page; `packed` where a copy in gzip lies beside it, `later` where it
 * is kept only once it has been asked for.
 * @typedef {{at: string, sha256: string, packed: boolean, later: boolean}} Kept
 */

const worker = /** @type {any} */ (self); // a ServiceWorkerGlobalScope
const HERE = /** @type {string} */ (worker.registration.scope);
const PREFIX = `wizard ${HERE} `; // other sites on the same host may keep something too
const NAME = PREFIX + RELEASE.name;

/** @type {Map<string, Kept>} every file by its whole address; the page itself is the folder */
const FILES = new Map(RELEASE.files.map((file) => [new URL(file.at, HERE).href, file]));

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(dropOlder()));
worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
  if (data === "take over") worker.skipWaiting();
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const address = listed(event.request);
  if (address) event.respondWith(answer(address, event.request));
});

/** All files or none: where one cannot be had as it was built, the release before stays in use. */
async function install() {
  const cache = await caches.open(NAME);
  try {
    const page = await fetch(HERE, { cache: "force-cache" });
    const plain = !page.headers.get("content-encoding");
    for (const [address, file] of FILES) {
      const kept = await keptBefore(address, file);
      if (kept || !file.later) await cache.put(address, kept ?? (await fresh(address, file, plain)));
    }
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function dropOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** @param {Request} request @returns {string} the address of a file of this release, or nothing */
function listed({ method, mode, url }) {
  if (method !== "GET") return "";
  const { origin, pathname, search } = new URL(url);
  const place = origin + pathname;
  if (mode === "navigate") return [HERE, `${HERE}index.html`].includes(place) ? HERE : "";
  return !search && FILES.has(place) ? place : "";
}

/**
 * What is kept, or what is fetched and proves to be of this release; nothing else, for the page would
 * be put together of two releases. Where a file is lost and the host has another one, the page is
 * given up with it, and with the page, when it is next opened, the whole release.
 * @param {string} address @param {Request} request
 */
async function answer(address, request) {
  if (!(await caches.has(NAME))) return fetch(request); // given up
  const cache = await caches.open(NAME);
  const kept = await cache.match(address);
  if (kept) return kept;
  const file = /** @type {Kept} */ (FILES.get(address));
  try {
    const found = await fresh(address, file, false);
    await cache.put(address, found.clone()).catch(() => undefined); // a full disk
    return found;
  } catch (error) {
    const offline = error instanceof TypeError; // as `fetch` says it
    if (offline || file.later) return Response.error();
    if (request.mode !== "navigate") {
      await cache.delete(HERE);
      return Response.error();
    }
    await Promise.all([caches.delete(NAME), worker.registration.unregister()]);
    return fetch(request);
  }
}

/** A file that has not changed since it was kept for another release or language. */
/** @param {string} address @param {Kept} file */
async function keptBefore(address, file) {
  const found = await caches.match(address);
  const same = found && (await sha256(await found.clone().arrayBuffer())) === file.sha256;
  return same ? found : undefined;
}

/**
 * Take a file as the page has just fetched it; where that is another release’s, or the browser has
 * kept that there is none, ask for it anew.
 * @param {string} address @param {Kept} file
 * @param {boolean} plain whether the server compresses nothing
 * @returns {Promise<Response>} rejected where there is no network, or no such file of this release
 */
async function fresh(address, file, plain) {
  const kept = await attempt(address, file, plain, "force-cache").catch(() => undefined);
  return kept ?? attempt(address, file, plain, "reload");
}

/** @param {string} address @param {Kept} file @param {boolean} plain @param {RequestCache} cache */
async function attempt(address, file, plain, cache) {
  const response = file.packed
    ? await fetchFile(address, plain, { cache })
    : await fetch(address, { cache });
  const body = await response.arrayBuffer();
  if (!response.ok || (await sha256(body)) !== file.sha256)
    throw new Error(`${address} is not of this release`);
  const headers = new Headers(response.headers); // with the policy that the host sends
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set(KEPT, file.sha256);
  return new Response(body, { headers });
}

/** @param {ArrayBuffer} body */
async function sha256(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
