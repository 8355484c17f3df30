// A build step that lists every bundled package with its license text.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEXTS = /^(license|licence|copying|notice|thirdpartynotices)(\.(md|txt))?$/i;
const RULE = '-'.repeat(80);

/** The folder of the package that a module belongs to. */
function packageFolder(module) {
  let folder = dirname(module.replace(/^\0/, '').split('?')[0]);
  while (folder.includes('node_modules')) {
    const manifest = join(folder, 'package.json');
    // Some packages hold nameless manifests below their root, only to set the module type.
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version) {
      return folder;
    }
    folder = dirname(folder);
  }
  return null;
}

function entry(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { heading: `${name} ${version} (${license})`, text: texts.join('\n\n') || 'No text shipped.' };
}

/** A pair of plugins, for the page and for its workers, that write one file of all licenses. */
export function licenses(path) {
  const folders = new Set();
  const collect = {
    name: 'entente-licenses',
    generateBundle() {
      for (const module of this.getModuleIds()) {
        const folder = packageFolder(module);
        if (folder) folders.add(folder);
      }
    },
  };
  const write = {
    ...collect,
    closeBundle() {
      const entries = [...folders].map(entry).sort((a, b) => (a.heading < b.heading ? -1 : 1));
      const parts = entries.map(({ heading, text }) => `${RULE}\n${heading}\n${RULE}\n\n${text}\n`);
      writeFileSync(
        path,
        `This folder is built from server/graphiql and holds code of these packages.\n\n${parts.join('\n')}`,
      );
    },
  };
  return { page: write, workers: collect };
}
