// Runs the wizard's worker, as the site ships it, in Node, and asks it what the page asks.
// usage: node worker.mjs SITE LANGUAGE < ["text of a file", …] > one JSON line for each file
//
// What is replaced is only what a browser's worker has and Node has not: its address, messages and
// a fetch that reads files. Worker, runtime, archives and policy are the built site's own files.

import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { json } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";

const [site, language] = process.argv.slice(2);
const page = pathToFileURL(`${site}/${language === "zh" ? "" : "en/"}wizard/index.html`);
const files = await json(process.stdin);
const output = process.stdout;
const { exit } = process;
const EMPTY = JSON.stringify({ form: 3, roles: [], topics: [], subjects: [], claims: [], paid: [] });
const TYPES = { wasm: "application/wasm", js: "text/javascript" };

const html = readFileSync(page, "utf-8");
const place = (name) => new URL(html.match(new RegExp(` data-${name}="([^"]*)"`))[1], page).href;
const places = ["runtime", "archive", "results", "policy", "workbook"].map((name) => [name, place(name)]);

/** @type {(message: any) => void} */
let heard = () => {};
const messages = [];

class WorkerGlobalScope {
  static [Symbol.hasInstance](scope) {
    return scope === globalThis;
  }
}
/** Reads a file synchronously, for a part of the runtime that is wanted in the middle of a call. */
class XMLHttpRequest {
  open(method, address) {
    this.address = address;
  }
  send() {
    this.response = new Uint8Array(readFileSync(fileURLToPath(this.address))).buffer;
    this.status = 200;
  }
}
const navigator = { userAgent: "Node", platform: "", language: "" };
const location = new URL(`${place("worker")}#${new URLSearchParams(places)}`);
const scope = {
  self: globalThis,
  location,
  navigator,
  WorkerGlobalScope,
  XMLHttpRequest,
  fetch: async (address) => {
    const kind = TYPES[String(address).split(".").pop()] ?? "application/octet-stream";
    return new Response(readFileSync(fileURLToPath(address)), { headers: { "content-type": kind } });
  },
  postMessage: (message) => heard(message),
};
for (const [name, value] of Object.entries(scope))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
// with this Pyodide would take Node for its place, and not run what a browser runs
delete globalThis.process;

/** Ask the worker, and wait for a message of this kind. */
function ask(question, kind) {
  return new Promise((resolve, reject) => {
    heard = (message) => {
      if (message.is === kind) resolve(message);
      else if (message.is === "error" || message.is === "failed") reject(new Error(message.why));
      else messages.push(message);
    };
    globalThis.onmessage({ data: question });
  });
}

const ready = new Promise((resolve, reject) => {
  heard = (message) => (message.is === "ready" ? resolve() : reject(new Error(message.why)));
});
try {
  await import(place("worker"));
  await ready;
  let id = 0;
  for (const text of files) {
    const { answer } = await ask({ id: ++id, do: "open", text, language }, "opened");
    const found = { opened: JSON.parse(answer) };
    if (found.opened.state) {
      messages.length = 0;
      const state = JSON.stringify(found.opened.state);
      found.results = (await ask({ id: ++id, do: "read", state, language, page: true, kept: "" }, "results")).html;
      found.figures = JSON.parse(messages.find(({ is }) => is === "figures").answer);
      // a newer form ends the search for what is near, which is not asked for here
      globalThis.onmessage({ data: { id: ++id, do: "read", state: EMPTY, language, page: false } });
    }
    await new Promise((written) => output.write(`${JSON.stringify(found)}\n`, written));
  }
  exit(0);
} catch (error) {
  console.error(String(error?.stack ?? error).slice(-2000));
  exit(1);
}
