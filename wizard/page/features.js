// The features that a browser needs to run Python at all.

const EXCEPTIONS = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
];
const REFERENCES = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 7, 1, 5, 0, 208, 112, 26, 11,
];

/** Without these features the loader's promise would never settle, so test them first. */
export function canRunPython() {
  try {
    return (
      typeof Worker === "function" &&
      [EXCEPTIONS, REFERENCES].every((bytes) => WebAssembly.validate(new Uint8Array(bytes)))
    );
  } catch {
    return false;
  }
}
