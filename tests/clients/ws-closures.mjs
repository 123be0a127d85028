// Provokes one way in which the server ends a socket, with the public graphql-ws client where it can be made to do so and
// else with the `ws` package that it stands on. Prints the code and the reason of the close frame as JSON.
// Arguments: the socket's address, the scenario.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, scenario] = process.argv.slice(2);
const subprotocol = 'graphql-transport-ws';
const init = { type: 'connection_init' };
const subscribe = (id) => ({ id, type: 'subscribe', payload: { query: 'subscription { changes }' } });

// Sends what is given, the rest once the server has acknowledged, and waits for the close frame.
const bare = (first, afterwards = [], protocol = subprotocol) =>
  new Promise((resolve, reject) => {
    const socket = protocol ? new WebSocket(url, protocol) : new WebSocket(url);
    const send = (message) =>
      socket.send(typeof message === 'string' || message instanceof Buffer ? message : JSON.stringify(message));
    socket.on('open', () => first.forEach(send));
    socket.on('message', (text) => {
      if (JSON.parse(text).type === 'connection_ack') afterwards.forEach(send);
    });
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    socket.on('error', reject);
  });

// What the client itself sees of the end of its socket.
const client = (options = {}, act = (opened) => opened.subscribe({ query: 'subscription { changes }' }, { next() {}, error() {}, complete() {} })) =>
  new Promise((resolve) => {
    const opened = createClient({
      url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...options,
      on: { closed: ({ code, reason }) => resolve({ code, reason: reason.toString() }) },
    });
    act(opened);
  });

const scenarios = {
  'bad message': () => bare([init], ['{"type":"nonsense"}']),
  'subscribe before the acknowledgement': () => bare([subscribe('1')]),
  'not admitted': () => client({ connectionParams: { token: 'wrong' } }),
  'no subprotocol': () => bare([], [], null),
  silent: () => bare([]),
  'same id': () => bare([init], [subscribe('1'), subscribe('1')]),
  'two initialisations': () => bare([init], [init]),
  'too many messages': () => bare([init], Array.from({ length: 50 }, () => ({ type: 'ping' }))),
  'too many sockets': async () => {
    const first = new WebSocket(url, subprotocol);
    await new Promise((resolve) => first.on('open', resolve));
    const closed = await client();
    first.terminate();
    return closed;
  },
  'server stops': () => client(),
  'too big': () => client({}, (opened) => opened.subscribe({ query: `{ greeting }${' '.repeat(10_000)}` }, { next() {}, error() {}, complete() {} })),
  binary: () => bare([init], [Buffer.from('{}')]),
  'server fails': () => client(),
  'client leaves': () =>
    client({ lazy: false }, (opened) => opened.on('connected', () => opened.dispose())),
};

console.log(JSON.stringify(await scenarios[scenario]()));
process.exit(0);
