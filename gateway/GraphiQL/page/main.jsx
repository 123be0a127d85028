import './workers.js';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examplesPlugin } from './examples/ExamplesPanel.jsx';
import { language, words } from './language.js';

// The page stands at the endpoint's own address, for queries and, over graphql-transport-ws, for subscriptions, whose
// socket is opened with the request headers as its payload.
const endpoint = new URL(location.pathname, location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';

const fetcher = createGraphiQLFetcher({ url: endpoint.href, subscriptionUrl: socket.href });

// A gateway may be set not to tell its schema. GraphiQL then gets none, and nothing to complain of.
const withheld = document.documentElement.dataset.introspection === 'off';

// A comment until somebody has a token: an empty one would be refused where none is asked for.
const headers = '{\n  // "Authorization": "Bearer edu_…"\n}';

const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

document.documentElement.lang = language;
document.title = words.title;

const Page = () => (
  <>
    {withheld && <p className="withheld" role="status">{words.withheld}</p>}
    <GraphiQL
      fetcher={fetcher}
      schema={withheld ? null : undefined}
      plugins={[examplesPlugin, HISTORY_PLUGIN]}
      visiblePlugin={isFirstVisit ? examplesPlugin : undefined}
      defaultTabs={[{ query: EXAMPLES[0].query, headers }]}
      defaultHeaders={headers}
      shouldPersistHeaders
      defaultEditorToolsVisibility="headers">
      <GraphiQL.Logo>EduAnalytics</GraphiQL.Logo>
    </GraphiQL>
  </>
);

createRoot(document.getElementById('graphiql')).render(<Page />);
