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

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: 'graphql', headers: csrfToken ? { 'x-csrf-token': csrfToken } : {} }),
    defaultQuery: EXAMPLE,
    defaultEditorToolsVisibility: true,
    shouldPersistHeaders: false,
  }),
);
