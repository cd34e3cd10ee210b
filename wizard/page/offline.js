// The service worker: keeps one complete, verified release of the wizard for use without a network.
//
// It answers only requests for the files in its list, byte for byte as they were built, and stores
// nothing else: typed answers never reach it. All other requests go to the network unchanged.

import { fetchFile, KEPT } from "./fetching.js";

/**
 * A file: its address relative to the page; `packed` if it has a gzip copy, `later` if it is kept
 * only after it was requested.
 * @typedef {{at: string, sha256: string, packed: boolean, later: boolean}} Kept
 */

const worker = /** @type {any} */ (self); // a ServiceWorkerGlobalScope
const HERE = /** @type {string} */ (worker.registration.scope);
const PREFIX = `wizard ${HERE} `; // other sites on the same host may have caches too
const NAME = PREFIX + RELEASE.name;

/** @type {Map<string, Kept>} every file by its full address; the page itself is the folder */
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

/** Install all files or none: if one is not as it was built, the previous release stays in use. */
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

/** @param {Request} request @returns {string} the address of a file of this release, or an empty string */
function listed({ method, mode, url }) {
  if (method !== "GET") return "";
  const { origin, pathname, search } = new URL(url);
  const place = origin + pathname;
  if (mode === "navigate") return [HERE, `${HERE}index.html`].includes(place) ? HERE : "";
  return !search && FILES.has(place) ? place : "";
}

/**
 * Answer with the kept file, or with a fetched file that belongs to this release, and nothing
 * else, so that a page never mixes two releases. If a file is lost and the host has a different
 * one, drop the page too; when it is next opened, the whole release is dropped.
 * @param {string} address @param {Request} request
 */
async function answer(address, request) {
  if (!(await caches.has(NAME))) return fetch(request); // this release was dropped
  const cache = await caches.open(NAME);
  const kept = await cache.match(address);
  if (kept) return kept;
  const file = /** @type {Kept} */ (FILES.get(address));
  try {
    const found = await fresh(address, file, false);
    await cache.put(address, found.clone()).catch(() => undefined); // a full disk
    return found;
  } catch (error) {
    const offline = error instanceof TypeError; // the error of `fetch` without a network
    if (offline || file.later) return Response.error();
    if (request.mode !== "navigate") {
      await cache.delete(HERE);
      return Response.error();
    }
    await Promise.all([caches.delete(NAME), worker.registration.unregister()]);
    return fetch(request);
  }
}

/** Find an unchanged file that was kept for another release or language. @param {string} address @param {Kept} file */
async function keptBefore(address, file) {
  const found = await caches.match(address);
  const same = found && (await sha256(await found.clone().arrayBuffer())) === file.sha256;
  return same ? found : undefined;
}

/**
 * Take a file from the browser's cache, where the page has just put it. If that is from another
 * release, or the cache says that it does not exist, request it again.
 * @param {string} address @param {Kept} file
 * @param {boolean} plain whether the server compresses nothing
 * @returns {Promise<Response>} rejected without a network, or if it does not exist in this release
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
  const headers = new Headers(response.headers); // including the policy that the host sends
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set(KEPT, file.sha256);
  return new Response(body, { headers });
}

/** @param {ArrayBuffer} body */
async function sha256(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
