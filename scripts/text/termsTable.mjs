// The list of terms in the data dictionary and the guides, written from the glossary and its definitions.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'oxfmt';
import style from '../../.oxfmtrc.json' with { type: 'json' };
import { terms } from '../../electron/contract/words/terms.ts';
import english from '../../electron/contract/words/definitions.en.json' with { type: 'json' };
import french from '../../electron/contract/words/definitions.fr.json' with { type: 'json' };

const definitions = { en: english, fr: french };
const begin = '<!-- terms: npm run docs:words -->';
const end = '<!-- /terms -->';

const table = (heads, rows) =>
  [
    `| ${heads.join(' | ')} |`,
    `|${'---|'.repeat(heads.length)}`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');

function guideTable(language, heads) {
  const rows = Object.entries(terms).map(([term, name]) => [name[language], definitions[language][term]]);
  return table(
    heads,
    rows.toSorted((a, b) => a[0].localeCompare(b[0], language)),
  );
}

const sections = {
  'docs/data-dictionary.md': [
    '## Terms · Termes',
    table(
      ['Term', 'Terme', 'Definition', 'Définition'],
      Object.entries(terms).map(([term, { en, fr }]) => [en, fr, english[term], french[term]]),
    ),
  ],
  'docs/guide/en.md': ['## Terms', guideTable('en', ['Term', 'Definition'])],
  'docs/guide/fr.md': ['## Termes', guideTable('fr', ['Terme', 'Définition'])],
};

export const documents = Object.keys(sections);

/** The document with its list of terms rewritten from the glossary; one that has none yet gets it at its end. */
export async function withTerms(root, path) {
  const text = await readFile(join(root, path), 'utf8');
  const section = [begin, ...sections[path], end].join('\n\n');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  const next =
    from < 0 ? `${text.trimEnd()}\n\n${section}\n` : text.slice(0, from) + section + text.slice(to + end.length);
  if (!path.startsWith('docs/guide/')) return { text, next };
  return { text, next: (await format(path, next, { printWidth: style.printWidth })).code };
}

export async function writeTerms(root) {
  for (const path of documents) {
    const { text, next } = await withTerms(root, path);
    if (next !== text) await writeFile(join(root, path), next);
  }
}
