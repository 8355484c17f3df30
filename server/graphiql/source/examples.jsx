import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** The named example queries: [{name, title, description, query}], none where they fail to come. */
export async function loadExamples(endpoint) {
  try {
    const response = await fetch(`${endpoint}/examples`);
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}

function BookIcon() {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.5">
      <path d="M9 18h6M10 21h4M8.5 14.5a6 6 0 1 1 7 0c-.6.5-1 1.1-1 1.9h-5c0-.8-.4-1.4-1-1.9Z" />
    </svg>
  );
}

function Examples({ examples }) {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const tabs = useGraphiQL((state) => state.tabs);
  const { addTab, changeTab } = useGraphiQLActions();

  function open({ name, query }) {
    const opened = tabs.findIndex((tab) => tab.operationName === name);
    if (opened >= 0) {
      changeTab(opened);
      return;
    }
    addTab();
    queryEditor.setValue(query);
  }

  return (
    <section className="entente-examples" aria-label="Examples">
      <h2>Examples</h2>
      <ol>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" className="graphiql-un-styled" onClick={() => open(example)}>
              <strong>{example.title}</strong>
              <span>{example.description}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function examplesPlugin(examples) {
  return {
    title: 'Examples',
    icon: BookIcon,
    content: () => <Examples examples={examples} />,
  };
}
