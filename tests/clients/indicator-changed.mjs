// Follows indicatorChanged with the public graphql-ws client, sends a dropout through a mutation on the same socket,
// and prints the first change of the district's dropout rate that it is told of.
// Arguments: the socket's address, a district, a school of it with the student enrolled, the student.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, district, school, student] = process.argv.slice(2);
const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });

const changes = client.iterate({
  query: `subscription ($units: [ID!]!) {
    indicatorChanged(orgUnits: $units, indicators: ["dropout.rate"]) { orgUnit { id } period stage value version }
  }`,
  variables: { units: [district] },
});

// Every round reports one more dropout, so that one of them comes after the subscription is in place.
const dropOut = (round) =>
  client
    .iterate({
      query: `mutation ($input: RecordEnrolmentInput!) {
        recordEnrolment(input: $input) { accepted errors { code message } }
      }`,
      variables: {
        input: {
          submissionId: `dropout-${student}-${round}`,
          school,
          events: [{ student: `${student}${round}`, kind: 'DROPPED_OUT', date: '2024-05-22' }],
        },
      },
    })
    .next();

const first = changes.next();
const mutations = [];
for (let round = 0; round < 20; round++) {
  mutations.push((await dropOut(round)).value.data.recordEnrolment);
  const told = await Promise.race([first, new Promise((resolve) => setTimeout(resolve, 250))]);
  if (told) {
    console.log(JSON.stringify({ mutations, change: told.value.data.indicatorChanged }));
    break;
  }
}
await client.dispose();
