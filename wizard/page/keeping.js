// Registers the service worker that keeps the wizard for use without a network, if browser and host
// allow it. Nothing is downloaded twice: it takes the files that the page has just fetched.

import { byId } from "./dom.js";

/** Nothing is kept on the local machine, so that a developer sees every edit. */
const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const PAUSE = 2000; // milliseconds after the engine is ready

let started = false;

/** @param {HTMLElement} root */
export function keepForLater(root) {
  const address = root.dataset.offline;
  if (started || !address || !navigator.serviceWorker || THIS_MACHINE.test(location.hostname)) return;
  started = true;
  setTimeout(() => register(address).catch(() => undefined), PAUSE); // private mode, a full disk
}

/** @param {string} address */
async function register(address) {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller)
    serviceWorker.addEventListener("controllerchange", () => location.reload());
  const registration = await serviceWorker.register(address);
  const told = () => {
    if (registration.waiting && serviceWorker.controller) tell(registration.waiting);
  };
  told();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", told),
  );
}

/** Say that a newer release waits until this page is closed, or can be used now. @param {ServiceWorker} waiting */
function tell(waiting) {
  const line = byId("wizard-newer");
  line.hidden = false;
  line.querySelector("button")?.addEventListener("click", () => waiting.postMessage("take over"));
}
