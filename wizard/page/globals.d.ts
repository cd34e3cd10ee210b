// Names that TypeScript does not know: constants set when bundling, and libraries.

/** The hash with which the loader of Pyodide checks itself (wizard/packing/page_bundles.py). */
declare const LOCK_INFO: Record<string, string>;

/** The files of this release (wizard/packing/offline.py). */
declare const RELEASE: {
  name: string;
  files: Array<{ at: string; sha256: string; packed: boolean; later: boolean }>;
};

declare module "pyodide/pyodide.mjs" {
  export function loadPyodide(options: object): Promise<any>;
}

declare module "idiomorph/dist/idiomorph.esm.js" {
  export const Idiomorph: { morph(old: Element, html: string | Node | Element[], options?: object): Node[] };
}
