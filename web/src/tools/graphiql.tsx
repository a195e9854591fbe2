import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const csrfToken = /(?:^|; )(?:__Host-)?atrium_csrf=([\w-]*)/.exec(document.cookie)?.[1];
const EXAMPLE = `# Browsing is open to everyone. For the rest sign in at /login, or put {"authorization": "Bearer …"} under Headers.
query Browse {
  products(inStock: true, limit: 5) {
    name
    price
    currency
    stock
    category {
      name
    }
  }
}
`;

const fetcher = createGraphiQLFetcher({ url: 'graphql', headers: csrfToken ? { 'x-csrf-token': csrfToken } : {} });

createRoot(document.getElementById('graphiql') as HTMLElement).render(
  <GraphiQL fetcher={fetcher} defaultQuery={EXAMPLE} defaultEditorToolsVisibility shouldPersistHeaders={false} />,
);
