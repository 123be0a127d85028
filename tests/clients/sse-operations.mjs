// Speaks graphql-sse (a connection for each operation) to the given address with the public graphql-sse client.
// Prints what it saw as JSON.
import { createClient } from 'graphql-sse';

const [url] = process.argv.slice(2);
const client = createClient({ url, singleConnection: false, retryAttempts: 0 });

const collect = (query, variables) =>
  new Promise((resolve, reject) => {
    const results = [];
    client.subscribe(
      { query, variables },
      { next: (result) => results.push(result), error: reject, complete: () => resolve({ results }) },
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
client.dispose();
console.log(JSON.stringify(seen));
