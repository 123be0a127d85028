// Speaks graphql-sse over a single connection to the given address with the public graphql-sse client: one stream carries
// the results of all its operations. Prints what it saw as JSON.
import { createClient } from 'graphql-sse';

const [url] = process.argv.slice(2);
const methods = [];
const statuses = {};
let refusal;
const client = createClient({
  url,
  singleConnection: true,
  lazy: true,
  // The stream stays between the operations below, as it does on a page.
  lazyCloseTimeout: 5_000,
  retryAttempts: 0,
  fetchFn: async (address, options) => {
    const answer = await fetch(address, options);
    const method = options.method ?? 'GET';
    methods.push(method);
    (statuses[method] ??= []).push(answer.status);
    // Read at once: the client gives up a connection whose request was refused, and its bodies with it.
    if (method === 'POST' && answer.status !== 202) refusal = await answer.clone().json();
    return answer;
  },
});

const collect = (query, variables) =>
  new Promise((resolve, reject) => {
    const results = [];
    client.subscribe(
      { query, variables },
      { next: (result) => results.push(result), error: reject, complete: () => resolve({ results }) },
    );
  });

// The client takes every other status than 202 for a broken connection.
const refused = (query) => collect(query).catch(() => ({ results: [refusal] }));

const leaveAfterFirst = async (query) => {
  for await (const result of client.iterate({ query })) return result;
};

const seen = {
  query: await collect('query ($name: String) { greeting(name: $name) }', { name: '鹤岗' }),
  mutation: await collect('mutation { count }'),
  subscription: await collect('subscription { numbers(to: 3) }'),
  left: await leaveAfterFirst('subscription { numbers(to: 1000000) }'),
  invalid: await refused('{ nothing }'),
  refused: await collect('subscription { refused }'),
};
client.dispose();
console.log(JSON.stringify({ ...seen, methods, statuses }));
// A connection that it gave up over a refused request the client never closes.
process.exit(0);
