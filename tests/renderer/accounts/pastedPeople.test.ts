import { expect, it } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { drawPassphrase, readPeople } from '../../../renderer/features/accounts/admin/pastedPeople.ts';

const units = [
  { id: 'u1' as UnitId, code: 'U01' },
  { id: 'u2' as UnitId, code: 'U02' },
];
const read = (text: string, unitIds = ['u1' as UnitId]) =>
  readPeople(text, { kind: 'unit', units, unitIds, logins: ['admin'] });

it('reads a person from each line, whatever separates the columns, with roles in both languages', () => {
  const text = [
    'Camille Exemple\tcamille\tEnquêtrice',
    '',
    'Dominique Exemple; dominique; supervisor + records; U02',
    'Sam Example, sam@service.example, Investigator, u01/U02',
  ].join('\n');
  expect(read(text)).toEqual([
    {
      line: 1,
      displayName: 'Camille Exemple',
      login: 'camille',
      roles: ['investigator'],
      unitIds: ['u1'],
      problem: null,
    },
    {
      ...{ line: 3, displayName: 'Dominique Exemple', login: 'dominique', unitIds: ['u2'], problem: null },
      roles: ['supervisor', 'records_officer'],
    },
    {
      ...{ line: 4, displayName: 'Sam Example', login: 'sam@service.example', unitIds: ['u1', 'u2'], problem: null },
      roles: ['investigator'],
    },
  ]);
});

it('says of a line what is wrong with it', () => {
  const problem = (line: string, unitIds?: UnitId[]) => read(line, unitIds).map((person) => person.problem);
  expect(problem('Somebody; somebody')).toEqual(['short']);
  expect(problem('Somebody; somebody; chief')).toEqual(['role']);
  expect(problem('Somebody; somebody; coordinator')).toEqual(['role']);
  expect(problem('Somebody; somebody; investigator; U09')).toEqual(['unit']);
  expect(problem('Somebody; somebody; investigator', [])).toEqual(['unitNeeded']);
  expect(problem('Somebody; somebody; administrator', [])).toEqual([null]);
  expect(problem('A; Admin; investigator\nB; bee; investigator\nC; BEE; investigator')).toEqual([
    'taken',
    null,
    'taken',
  ]);
  expect(problem(`Somebody; ${'s'.repeat(41)}; investigator`)).toEqual(['long']);
});

it('draws a first passphrase that nobody could guess, another each time', () => {
  const drawn = Array.from({ length: 50 }, drawPassphrase);
  expect(new Set(drawn).size).toBe(50);
  for (const each of drawn) expect(each).toMatch(/^([a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}$/);
});
