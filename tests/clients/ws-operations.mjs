// Speaks graphql-transport-ws to the given address with the public graphql-ws client: a query, a mutation,
// a subscription to its end, one that the client leaves, and one that fails. Prints what it saw as JSON.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionAckWaitTimeout: 10_000 });

const collect = (query, variables) =>
  new Promise((resolve) => {
    const results = [];
    client.subscribe(
      { query, variables },
      {
        next: (result) => results.push(result),
        error: (errors) => resolve({ results, errors }),
        complete: () => resolve({ results }),
      },
    );
  });

const leaveAfterFirst = async (query) => {
  for await (const result of client.iterate({ query })) return result;
};

const seen = {
  query: await collect('query ($name: String) { greeting(name: $name) }', { name: '鹤岗' }),
  mutation: await collect('mutation { count }'),
  subscription: await collect('subscription { numbers(to: 3) }'),
  left: await leaveAfterFirst('subscription { numbers(to: 1000000) }'),
  invalid: await collect('{ nothing }'),
  refused: await collect('subscription { refused }'),
};
await client.dispose();
console.log(JSON.stringify(seen));
