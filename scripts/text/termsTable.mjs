// The list of terms in the data dictionary and the guides, written from the glossary and its definitions; and what is encrypted or found, from the schema.
import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { format } from 'oxfmt';
import style from '../../.oxfmtrc.json' with { type: 'json' };
import { terms } from '../../electron/contract/words/terms.ts';
import english from '../../electron/contract/words/definitions.en.json' with { type: 'json' };
import french from '../../electron/contract/words/definitions.fr.json' with { type: 'json' };
import { isFound, protectionOf } from '../../db/ground/schema/common/columns.ts';

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

const namesOf = (columns) => columns.map(({ name }) => `\`${name}\``).join(', ');
const schema = resolve(import.meta.dirname, '../../db/ground/schema');
const modules = await Promise.all(globSync(`${schema}/*/*.ts`).map((path) => import(path)));
const protectedColumns = modules
  .flatMap((each) => Object.values(each).filter((value) => is(value, SQLiteTable)))
  .map(getTableConfig)
  .map(({ name, columns }) => [
    `\`${name}\``,
    namesOf(columns.filter((column) => protectionOf(column) === 'sealed')),
    namesOf(columns.filter((column) => protectionOf(column) === 'keyed')),
    namesOf(columns.filter((column) => isFound(column, 'byWord'))),
    namesOf(columns.filter((column) => isFound(column, 'byPart'))),
  ])
  .filter(([, ...cells]) => cells.some(Boolean))
  .toSorted(([a], [b]) => (a < b ? -1 : 1));

const sections = {
  'docs/data-dictionary.md': [
    '## Terms · Termes',
    table(
      ['Term', 'Terme', 'Definition', 'Définition'],
      Object.entries(terms).map(([term, { en, fr }]) => [en, fr, english[term], french[term]]),
    ),
    '## Encrypted and found · Chiffré et trouvé',
    'A server sees which values of the third column are equal. · Un serveur voit lesquelles des valeurs de la troisième colonne sont égales.',
    table(
      [
        'Table',
        'Encrypted · Chiffré',
        'Encrypted, found whole · Chiffré, trouvé en entier',
        'Found by words · Trouvé par mots',
        'Found by parts, in a folder · Trouvé par parties, dans un dossier',
      ],
      protectedColumns,
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
