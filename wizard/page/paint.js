// Repaints wait while a pointer is down: a page that moves between press and release loses the click.

let pressed = false;
/** @type {Map<string, () => void>} repaints that wait until the pointer is up */
const held = new Map();

export const isPressed = () => pressed;

/** Repaint now, or when the pointer is up again. */
/** @param {string} what the last of a kind counts @param {() => void} how */
export function paint(what, how) {
  if (pressed) held.set(what, how);
  else how();
}

/** Forget what is held: something has come since that it must not cover. */
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
