// Signs in to the given address with the public graphql-ws client: without a token, with the given one, and then until
// the server ends the connection. Prints the close codes it saw as JSON.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, authToken] = process.argv.slice(2);

const connect = (connectionParams, on = {}, retryAttempts = 0) =>
  createClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts, lazy: true, on });

const end = (client, query) =>
  new Promise((resolve) => {
    let result;
    client.subscribe({ query }, {
      next: (value) => (result = value),
      error: (reason) => resolve({ result, code: reason.code ?? reason }),
      complete: () => resolve({ result }),
    });
  });

const stranger = connect({});
const withoutToken = (await end(stranger, '{ greeting }')).code;

// The client's own retries are on: it must understand that another try would not help.
let connections = 0;
const holder = connect({ authToken }, { connected: () => connections++ }, 5);
const { result } = await end(holder, '{ greeting }');
await holder.dispose();
connections = 0;
const follower = connect({ authToken }, { connected: () => connections++ }, 5);
const afterRevocation = (await end(follower, 'subscription { changes }')).code;
console.log(JSON.stringify({
  withoutToken,
  greeting: result.data.greeting,
  afterRevocation,
  connectionsAfterRevocation: connections,
}));
