const EXAMPLE = `# Browsing is open to everyone. For the rest, put {"authorization": "Bearer …"} under Headers.
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
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: EXAMPLE,
    defaultEditorToolsVisibility: true,
    shouldPersistHeaders: false,
  }),
);
