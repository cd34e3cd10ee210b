// What survives a reload of the page, in this tab only; a browser may forbid even that.

const KEY = "wizard";

/** @param {object} state */
export function remember(state) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // no storage, or no room: the form works without
  }
}

/** @returns {any} */
export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // nothing was kept then
  }
}
