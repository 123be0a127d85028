import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse } from 'graphql';
import { language, words } from '../language.js';

/** Opens an example in a tab of its own, or the tab that has it already; the request headers come along. */
function useOpen() {
  const { addTab, changeTab, setOperationFacts } = useGraphiQLActions();
  const { tabs, queryEditor, headerEditor } = useGraphiQL(({ tabs, queryEditor, headerEditor }) => ({ tabs, queryEditor, headerEditor }));
  return ({ query }) => {
    const open = tabs.findIndex((tab) => tab.query === query);
    if (open >= 0) {
      changeTab(open);
    } else {
      const headers = headerEditor?.getValue();
      addTab();
      queryEditor?.setValue(query);
      if (headers) headerEditor.setValue(headers);
    }
    setOperationFacts(factsOf(query));
  };
}

/** GraphiQL finds them out by itself a moment later; whoever runs the query within that moment would run the tab before. */
function factsOf(query) {
  const documentAST = parse(query);
  const operations = documentAST.definitions.filter((definition) => definition.kind === 'OperationDefinition');
  return { documentAST, operations, operationName: operations[0].name?.value };
}

export function ExamplesPanel() {
  const open = useOpen();
  return (
    <section className="examples" aria-label={words.examples}>
      <h2>{words.examples}</h2>
      <p>{words.introduction}</p>
      <ol>
        {EXAMPLES.map((example) => (
          <li key={example.query}>
            <button type="button" onClick={() => open(example)}>{example[language].replace(/^\d+\. /, '')}</button>
          </li>
        ))}
      </ol>
      <p>{words.headers}</p>
      <p><a href="/graphql/schema.graphql" target="_blank" rel="noopener">{words.documents}</a></p>
    </section>
  );
}

export const examplesPlugin = { title: words.examples, icon: ExamplesIcon, content: ExamplesPanel };

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M9 18h6M10 21h4M8.5 15.5C6.6 14.3 5.5 12.3 5.5 10a6.5 6.5 0 0 1 13 0c0 2.3-1.1 4.3-3 5.5v.5h-7z" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
