import { expect, test } from 'vitest';
import { exactFirst } from '../../../renderer/app/palette.ts';

const entry = (label: string) => ({ id: label, label });
const groups = [
  { group: 'This page', actions: [entry('Estimation de l’arriéré : méthode')] },
  { group: 'Go to', actions: [entry('À traiter'), entry('Arriéré')] },
];
const first = (query: string) => exactFirst(groups, query)[0]!.actions[0]!.label;

test('an entry whose whole name is typed comes before those that contain it, whatever its accents and capitals', () => {
  expect(first('arriere ')).toBe('Arriéré');
  expect(exactFirst(groups, 'Arriéré').map(({ actions }) => actions.length)).toEqual([2, 1]);
});

test('otherwise they stay in their order', () => {
  expect(exactFirst(groups, 'arri')).toBe(groups);
  expect(exactFirst(groups, '')).toBe(groups);
});
