// Runs graphql-http's audits of the GraphQL over HTTP specification against the address given.
// Prints one line of JSON: every audit with its outcome.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const outcomes = [];
for (const audit of serverAudits({ url })) {
  const outcome = await audit.fn();
  outcomes.push({ id: audit.id, name: audit.name, status: outcome.status, reason: outcome.reason });
}
console.log(JSON.stringify(outcomes));
