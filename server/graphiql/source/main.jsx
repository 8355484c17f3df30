import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import '@graphiql/react/style.css';
import 'graphiql/graphiql.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import './style.css';

import './workers.js';
import { examplesPlugin, loadExamples } from './examples.jsx';
import { Logo } from './logo.jsx';
import { storage } from './storage.js';

const ENDPOINT = window.location.pathname;

function queryOfAddress() {
  return new URLSearchParams(window.location.search).get('query');
}

async function start() {
  const examples = await loadExamples(ENDPOINT);
  const tabs = examples.map(({ query }) => ({ query }));
  const asked = queryOfAddress();
  createRoot(document.getElementById('playground')).render(
    <GraphiQL
      fetcher={createGraphiQLFetcher({ url: ENDPOINT })}
      storage={storage}
      defaultTabs={asked ? [{ query: asked }, ...tabs] : tabs.length > 0 ? tabs : undefined}
      initialQuery={asked ?? undefined}
      plugins={[examplesPlugin(examples), explorerPlugin(), HISTORY_PLUGIN]}
      defaultEditorToolsVisibility={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <Logo />
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}

start();
