// In a tab that stays: lends other tabs of the same origin workers in which Python is ready.
//
// A worker is lent to one tab at a time, until that tab ends it or is left. What it is asked by
// then is numbered again, so that no tab hears the answers to another.

const channel = new BroadcastChannel("lending");
const free = new Map(); // address → workers
const lent = new Map(); // name of the borrower → worker

function start(address) {
  const engine = { worker: new Worker(address, { type: "module" }), address, asked: new Map() };
  const tell = (said) => engine.borrower && channel.postMessage({ to: engine.borrower, ...said });
  engine.worker.onmessage = ({ data }) => {
    if (data.is === "ready") engine.ready = data;
    else if (data.is === "failed") engine.broken = true;
    const id = data.id === 0 ? 0 : engine.asked.get(data.id); // 0 answers no question
    if (id !== undefined) tell({ data: { ...data, id } });
  };
  engine.worker.onerror = () => {
    engine.broken = true;
    tell({ broken: true });
  };
  engine.count = 0;
  engine.ask = (question) => {
    engine.asked.set(++engine.count, question.id);
    engine.worker.postMessage({ ...question, id: engine.count });
  };
  return engine;
}

function lend(name, address) {
  const engine = free.get(address)?.pop() ?? start(address);
  engine.borrower = name;
  engine.asked.clear();
  lent.set(name, engine);
  if (engine.ready) channel.postMessage({ to: name, data: engine.ready });
  navigator.locks.request(name, () => takeBack(name)); // granted when the borrower is gone
}

function takeBack(name) {
  const engine = lent.get(name);
  lent.delete(name);
  if (!engine || engine.broken) return engine?.worker.terminate();
  engine.borrower = "";
  if (engine.count) engine.ask({ do: "read", state: "{}", language: "zh", page: false }); // ends a search
  free.set(engine.address, [...(free.get(engine.address) ?? []), engine]);
}

channel.onmessage = ({ data: { name, address, question } }) => {
  if (address) lend(name, address);
  else if (question) lent.get(name)?.ask(question);
  else if (name) takeBack(name);
};
