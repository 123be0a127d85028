// The editor parses and completes in workers; without them it falls back to the page's own thread and stutters.
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(WORKER_ADDRESSES[label] ?? WORKER_ADDRESSES.editor, { name: label }),
};
