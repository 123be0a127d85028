// The page's examples: the queries that docs/analysts.md shows, so that there is one set of them, and one test.

/** Each query with its heading in English and, from its first line, its question in Chinese. */
export function examplesIn(document) {
  const examples = [];
  let heading = '';
  let lines = null;
  for (const line of document.split('\n')) {
    if (lines === null && line.startsWith('## ')) heading = line.slice(3);
    else if (line === '```graphql') lines = [];
    else if (lines !== null && line === '```') {
      examples.push({ en: heading, zh: questionOf(lines), query: lines.join('\n') + '\n' });
      lines = null;
    } else lines?.push(line);
  }
  return examples;
}

function questionOf(lines) {
  const question = /^# (.+)$/.exec(lines[0])?.[1];
  if (!question) throw new Error(`The query that begins with "${lines[0]}" has no question in Chinese in its first line.`);
  return question;
}
