// Follows indicatorChanged with the public graphql-ws client, breaks its connection after the first event, changes the
// figure while nobody listens, and prints what the client saw before and after it connected again by itself.
// Arguments: the socket's address, a unit, an indicator whose figure of 2024 is 5.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, unit, indicator] = process.argv.slice(2);
let connections = 0;
let socket;
let mayConnect = Promise.resolve();

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  retryAttempts: 5,
  shouldRetry: () => true,
  retryWait: () => mayConnect,
  on: {
    connected: (opened) => {
      connections++;
      socket = opened;
    },
  },
});

const report = () =>
  fetch(url.replace('ws:', 'http:'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($input: ReportFiguresInput!) { reportFigures(input: $input) { accepted errors { message } } }',
      variables: {
        input: {
          submissionId: 'resumed',
          orgUnit: unit,
          source: { document: 'away' },
          figures: [{ code: indicator, period: '2024', value: 6 }],
        },
      },
    }),
  });

const values = [];
const changes = client.iterate({
  query: 'subscription ($units: [ID!]!, $indicators: [ID!]) { indicatorChanged(orgUnits: $units, indicators: $indicators) { period value } }',
  variables: { units: [unit], indicators: [indicator] },
});
for await (const { data } of changes) {
  values.push(data.indicatorChanged.value);
  if (values.length === 2) break;
  // Connecting again waits until the figure has changed, so the change itself cannot be what is heard.
  mayConnect = new Promise((resolve) => socket.once('close', () => report().then(resolve)));
  socket.terminate();
}
await client.dispose();
console.log(JSON.stringify({ connections, values }));
