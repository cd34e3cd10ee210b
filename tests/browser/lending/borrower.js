// Before the scripts of a page: what it takes for its worker of Python is one that is lent to it.
// Its other workers are its own; so is that of Python after `Worker = Worker.own`.

{
  const own = Worker;

  class Borrowed {
    constructor(address) {
      this.name = crypto.randomUUID();
      this.channel = new BroadcastChannel("lending");
      this.channel.onmessage = ({ data: { to, data, broken } }) => {
        if (to !== this.name) return;
        if (broken) this.onerror?.(new Event("error", { cancelable: true }));
        else this.onmessage?.({ data });
      };
      this.held = new Promise((held) => {
        const ended = new Promise((end) => (this.end = end));
        navigator.locks.request(this.name, () => (held(), ended)); // until the page is gone
      });
      // without what a server compresses: the files of a worker that is ready have come
      this.say({ address: String(address).replace(/&packed=yes/, "") });
    }
    say(what) {
      this.held.then(() => this.channel.postMessage({ name: this.name, ...what }));
    }
    postMessage(question) {
      this.say({ question });
    }
    terminate() {
      this.onmessage = this.onerror = null;
      this.say({});
      this.held.then(this.end);
    }
  }

  window.Worker = new Proxy(own, {
    construct: (target, given, made) =>
      String(given[0]).includes("/wizard/engine/worker-")
        ? new Borrowed(given[0])
        : Reflect.construct(target, given, made),
  });
  window.Worker.own = own;
}
