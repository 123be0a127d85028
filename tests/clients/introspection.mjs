// Introspects the given address as GraphiQL and code generators do, and prints what the reference implementation
// finds wrong with the schema.
import { buildClientSchema, getIntrospectionQuery, validateSchema } from 'graphql';

const [url] = process.argv.slice(2);
const query = getIntrospectionQuery({ directiveIsRepeatable: true, schemaDescription: true });
const answer = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
  body: JSON.stringify({ query }),
});
const { data, errors } = await answer.json();
if (errors) throw new Error(JSON.stringify(errors));
const schema = buildClientSchema(data);
console.log(JSON.stringify({
  faults: validateSchema(schema).map((fault) => fault.message),
  queryFields: Object.keys(schema.getQueryType().getFields()),
}));
