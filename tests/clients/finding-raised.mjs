// Follows a district's findings with the public graphql-ws client, states staff that do not add up, and prints what it heard.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [, , url, district, name, rule] = process.argv;
const client = createClient({ url, webSocketImpl: WebSocket });

const subscription = client.iterate({
  query: `subscription ($units: [ID!]!) {
    findingRaised(orgUnits: $units) { rule severity message messageEn values period stage subject orgUnit { id } sources { document section } }
  }`,
  variables: { units: [district] },
});

async function state(attempt, established) {
  const mutation = client.iterate({
    query: 'mutation ($input: ReportFiguresInput!) { reportFigures(input: $input) { accepted errors { message } } }',
    variables: {
      input: {
        submissionId: `${name}-${attempt}`,
        orgUnit: district,
        source: { document: '自评报告', section: '一(四)1' },
        figures: [
          { code: 'preschool.staff', period: '2024', stage: 'KINDERGARTEN', value: 91 },
          { code: 'preschool.staff_established', period: '2024', stage: 'KINDERGARTEN', value: established },
          { code: 'preschool.staff_contracted', period: '2024', stage: 'KINDERGARTEN', value: 71 },
        ],
      },
    },
  });
  for await (const answer of mutation) if (answer.data.reportFigures.accepted !== 3) throw new Error(JSON.stringify(answer));
}

// The server gives no sign that it follows: right figures and wrong ones in turn, until the finding is heard.
let heard = false;
const stating = (async () => {
  for (let attempt = 0; !heard; attempt++) {
    await state(attempt, attempt % 2 === 0 ? 17 : 20);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
})();

// Other findings may be raised on the way: with a new year on record, more is required of it.
for await (const event of subscription) {
  if (event.data.findingRaised.rule !== rule) continue;
  heard = true;
  await stating;
  console.log(JSON.stringify(event.data.findingRaised));
  break;
}
await client.dispose();
