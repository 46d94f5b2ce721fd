import type { ExampleQuery } from './exampleQueries.js';

/** Where the page finds its scripts and styles; see `registerGraphiql.ts`. */
export const ASSETS_PATH = '/graphiql';

/**
 * The page itself: no inline script or style, so that the content security policy can forbid any. `nonce`: by which the
 * policy knows the one style that GraphiQL makes for itself, under its dialogs.
 */
export function graphiqlPage(title: string, nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${ASSETS_PATH}/graphiql.min.css">
<link rel="stylesheet" href="${ASSETS_PATH}/page.css">
</head>
<body>
<div id="graphiql" data-nonce="${nonce}">Loading…</div>
<script src="${ASSETS_PATH}/react.production.min.js"></script>
<script src="${ASSETS_PATH}/react-dom.production.min.js"></script>
<script src="${ASSETS_PATH}/graphiql.min.js"></script>
<script src="${ASSETS_PATH}/start.js"></script>
</body>
</html>
`;
}

/** The page's own style. */
export const GRAPHIQL_STYLE = 'html, body, #graphiql { height: 100%; margin: 0; }\n';

/** The page's own script: opens the examples in tabs, before them the query of a link such as `/graphql?query=…`. */
export function graphiqlStart(examples: readonly ExampleQuery[]): string {
  const tabs = examples.map(({ query }) => ({ query }));
  return `const asked = new URLSearchParams(location.search);
const examples = ${JSON.stringify(tabs)};
const linked = asked.get('query');
const props = {
  fetcher: GraphiQL.createFetcher({ url: location.pathname }),
  defaultTabs: examples,
  defaultEditorToolsVisibility: false,
};
if (linked !== null) {
  props.query = linked;
  props.variables = asked.get('variables') ?? undefined;
}
const root = document.getElementById('graphiql');
// Where the library that makes the style looks for it.
globalThis.__webpack_nonce__ = root.dataset.nonce;
ReactDOM.createRoot(root).render(React.createElement(GraphiQL, props));
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
