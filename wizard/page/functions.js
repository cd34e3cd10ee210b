// Python's functions come in two files: those it calls at first, and the rest (wizard/packing/splitting.py).

import { fetchFile } from "./fetching.js";

const { instantiateStreaming } = WebAssembly; // the loader is handed another
const SHARED = "~"; // begins the name of what the first file exports for the rest
// a module that imports a function and exports it: only so can a table hold one of JavaScript
const PASSED_ON = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 97, 0, 0, 7, 5, 1, 1, 97, 0, 0,
]);

export class Functions {
  /**
   * @param {string} address of the rest
   * @param {(error: any) => void} lost told where the rest is needed at once and cannot be had
   */
  constructor(address, lost) {
    this.address = address;
    this.lost = lost;
    this.joined = false;
    /** @type {WebAssembly.Imports} */
    this.imports = {};
  }

  /**
   * Instantiate the first file, as the loader asks for it.
   * @param {Response | PromiseLike<Response>} first
   * @param {WebAssembly.Imports} imports
   */
  async instantiate(first, imports) {
    const { module, instance } = await instantiateStreaming(first, imports);
    const { exports } = instance;
    this.imports = { ...imports, first: exports };
    const passing = new WebAssembly.Module(PASSED_ON);
    const { a } = new WebAssembly.Instance(passing, { a: { a: () => this.joinNow() } }).exports;
    /** @type {WebAssembly.Table} */ (exports[`${SHARED}calls`]).set(0, a);
    // the loader would take what it does not know for a fault
    const known = Object.entries(exports).filter(([name]) => !name.startsWith(SHARED));
    return { module, instance: { exports: Object.fromEntries(known) } };
  }

  /** Fetch the rest and join it. @param {boolean} packed */
  async join(packed) {
    const rest = await WebAssembly.compileStreaming(fetchFile(this.address, packed));
    if (!this.joined) await WebAssembly.instantiate(rest, this.imports);
    this.joined = true;
  }

  /** Join the rest while Python waits in the middle of a call: a function of it is needed. */
  joinNow() {
    try {
      const request = new XMLHttpRequest();
      request.open("GET", this.address, false);
      request.responseType = "arraybuffer";
      request.send();
      if (request.status !== 200) throw new Error(`${request.status} ${this.address}`);
      const rest = new WebAssembly.Module(request.response);
      new WebAssembly.Instance(rest, this.imports);
      this.joined = true;
    } catch (error) {
      this.lost(error);
      throw error;
    }
  }
}
