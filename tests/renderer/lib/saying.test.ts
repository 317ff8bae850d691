import { expect, test } from 'vitest';
import { saying } from '../../../renderer/lib/saying.ts';

const entry = (label: string, keywords = '') => ({ id: label, label, keywords });
const labels = (query: string, ...entries: Parameters<typeof saying>[1]) =>
  saying(query, entries).flatMap((each) => ('actions' in each ? each.actions : [each]).map(({ label }) => label));

test('an entry is found by its name and by its words, whatever their accents', () => {
  const forms = [entry('Inscrire une arrestation', 'arrêter'), entry('Ajouter une audience', 'tribunal, comparution')];
  expect(labels('arrete', ...forms)).toEqual(['Inscrire une arrestation']);
  expect(labels('COMPARUTION ', ...forms)).toEqual(['Ajouter une audience']);
  expect(labels('', ...forms)).toHaveLength(2);
  expect(labels('perquisition', ...forms)).toEqual([]);
});

test('a group with an entry of that name comes before those that only hold its words', () => {
  const files = { group: 'Files', actions: [entry('2026-00001', 'arriere')] };
  const screens = { group: 'Go to', actions: [entry('Enquêtes'), entry('Arriéré')] };
  expect(labels('arriere', files, screens)).toEqual(['Arriéré', '2026-00001']);
});
