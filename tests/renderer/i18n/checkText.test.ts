import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findTextProblems } from '../../../scripts/text/check.mjs';

let root = '';

async function sample(en: object, fr: object, code: string): Promise<string> {
  root = await mkdtemp(join(tmpdir(), 'vigie-texts-'));
  for (const locale of ['en', 'fr']) await mkdir(join(root, 'renderer/i18n', locale), { recursive: true });
  await writeFile(join(root, 'renderer/i18n/en/page.json'), JSON.stringify(en));
  await writeFile(join(root, 'renderer/i18n/fr/page.json'), JSON.stringify(fr));
  await writeFile(join(root, 'renderer/Page.tsx'), code);
  return root;
}

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const plural = { rows_one: '{{count, number}} row', rows_other: '{{count, number}} rows' };
const pluriel = {
  rows_one: '{{count, number}} ligne',
  rows_many: '{{count, number}} de lignes',
  rows_other: '{{count, number}} lignes',
};

test('finds nothing in a page whose texts agree', async () => {
  const folder = await sample(
    { title: 'Title', state: { open: 'Open', closed: 'Closed' }, ...plural },
    { title: 'Titre', state: { open: 'Ouvert', closed: 'Fermé' }, ...pluriel },
    `export const Page = ({ t, state, n }) => (
       <h1 title={t('page:title')}>{state === 'open' && t(\`page:state.\${state}\`)} {t('page:rows', { count: n })} · 12 <code>vigie verify</code></h1>
     );`,
  );
  expect(await findTextProblems(folder, ['page:state.open'])).toEqual([]);
});

test('names each thing that is wrong with a broken page', async () => {
  const folder = await sample(
    { title: 'Title', onlyEnglish: 'Here', unused: 'Nobody asks', who: 'By {{name}}', ...plural },
    {
      title: 'Titre',
      onlyFrench: 'Ici',
      unused: 'Personne',
      who: 'Par {{nom}}',
      rows_one: '{{count, number}} ligne',
      rows_other: '{{count, number}} lignes',
    },
    `export const Page = ({ t, isOpen, kind }) => (
       <section aria-label="Hard-coded label">
         {t('page:title')} {t('page:who')} {t('page:rows')} {t('page:onlyEnglish')} {t('page:onlyFrench')}
         {t('page:missing')} {t(\`page:kind.\${kind}\`)}
         Words in the mark-up
         {isOpen ? 'open words' : ''}
       </section>
     );`,
  );
  expect(await findTextProblems(folder, ['page:state.open'])).toEqual([
    'page:onlyEnglish exists in English only',
    'page:who interpolates {name} in English and {nom} in French',
    'fr: page:rows lacks its plural form _many',
    'page:onlyFrench exists in French only',
    'page:state.open has no label',
    'renderer/Page.tsx:4 asks for page:missing, which does not exist',
    'renderer/Page.tsx:4 asks for page:kind.${kind}, which does not exist',
    'page:unused is not used',
    'renderer/Page.tsx:2 has words in the code: "Hard-coded label"',
    'renderer/Page.tsx:5 has words in the code: "Words in the mark-up"',
    'renderer/Page.tsx:6 has words in the code: "open words"',
  ]);
});
