import './workers.js';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.js';

// The page stands at the endpoint's own address, for queries and, over graphql-transport-ws, for subscriptions.
const endpoint = new URL(location.pathname, location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';

const fetcher = createGraphiQLFetcher({ url: endpoint.href, subscriptionUrl: socket.href });

// A gateway may be set not to tell its schema. GraphiQL then gets none, and nothing to complain of.
const withheld = document.documentElement.dataset.introspection === 'off';

const Page = () => (
  <>
    {withheld && (
      <p className="withheld" role="status">
        This gateway does not tell its schema, so there is no documentation and no completion here. Queries run as ever.
      </p>
    )}
    <GraphiQL
      fetcher={fetcher}
      schema={withheld ? null : undefined}
      defaultTabs={examples}
      defaultEditorToolsVisibility="variables"
    />
  </>
);

createRoot(document.getElementById('graphiql')).render(<Page />);
