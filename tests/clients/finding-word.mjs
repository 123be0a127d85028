// Follows what is said of a unit's findings with the public graphql-ws client: acknowledges one, takes that back, and prints what it heard.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [, , url, unit, finding] = process.argv;
const client = createClient({ url, webSocketImpl: WebSocket });

const words = client.iterate({
  query: `subscription ($units: [ID!]!) { findingWord(orgUnits: $units) { id values acknowledgement { by note } } }`,
  variables: { units: [unit] },
});

async function acknowledge(attempt) {
  const mutation = client.iterate({
    query: 'mutation ($input: AcknowledgeFindingInput!) { acknowledgeFinding(input: $input) { accepted errors { message } } }',
    variables: { input: { submissionId: `word-${attempt}`, finding, note: 'known' } },
  });
  for await (const answer of mutation) if (answer.data.acknowledgeFinding.accepted !== 1) throw new Error(JSON.stringify(answer));
}

async function withdraw() {
  const mutation = client.iterate({
    query: 'mutation ($input: WithdrawAcknowledgementInput!) { withdrawAcknowledgement(input: $input) { accepted errors { message } } }',
    variables: { input: { submissionId: 'word-withdrawn', finding } },
  });
  for await (const answer of mutation) if (answer.data.withdrawAcknowledgement.accepted !== 1) throw new Error(JSON.stringify(answer));
}

// The server gives no sign that it follows: the same is said again, until it is heard.
let heard = false;
const saying = (async () => {
  for (let attempt = 0; !heard; attempt++) {
    await acknowledge(attempt);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
})();

const told = [];
for await (const event of words) {
  const word = event.data.findingWord;
  if (!heard) {
    heard = true;
    await saying;
    told.push(word);
    await withdraw();
  } else if (word.acknowledgement === null) {
    told.push(word);
    break;
  }
}
console.log(JSON.stringify(told));
await client.dispose();
