// Repaints wait while a pointer is down, since a page that moves between press and release loses
// the click.

let pressed = false;
/** @type {Map<string, () => void>} repaints that wait until the pointer is up */
const held = new Map();

export const isPressed = () => pressed;

/** Repaint now, or when the pointer is released. */
/** @param {string} what the last of a kind counts @param {() => void} how */
export function paint(what, how) {
  if (pressed) held.set(what, how);
  else how();
}

/** Drop waiting repaints, because something newer must not be overwritten. */
export function dropHeld() {
  held.clear();
}

function release() {
  pressed = false;
  const waiting = [...held.values()];
  held.clear();
  for (const how of waiting) how();
}

document.addEventListener("pointerdown", () => (pressed = true), true);
for (const name of ["pointerup", "pointercancel"])
  document.addEventListener(name, () => setTimeout(release), true);
