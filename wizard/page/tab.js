// A text that belongs to this tab: it outlives a reload, and goes with the tab.

/** @param {string} key */
export function inThisTab(key) {
  return {
    read() {
      try {
        return sessionStorage.getItem(key) ?? "";
      } catch {
        return "";
      }
    },
    /** @param {string} text empty to forget it */
    write(text) {
      try {
        if (text) sessionStorage.setItem(key, text);
        else sessionStorage.removeItem(key);
      } catch {
        // without storage it is kept until the page is left
      }
    },
  };
}
