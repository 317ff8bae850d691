import { expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { PersonFacts, PersonRow } from '#contract/casework/persons';
import { ageDoubt, namesake } from '../../../renderer/features/casework/persons/doubts.ts';

const today = '2026-11-24' as CivilDate;

it('a suspect under 12, or older than anyone, is asked about', () => {
  const doubt = (birthDate: string | null, facts: Partial<PersonFacts> = {}) =>
    ageDoubt({ role: 'subject', ageBand: 'unknown', ...facts, birthDate: birthDate as CivilDate | null }, today);
  expect([doubt('2023-05-02'), doubt('2014-11-25'), doubt(null, { ageBand: '0_11' })]).toEqual(
    Array(3).fill('under12'),
  );
  expect(doubt('1890-01-01')).toBe('tooOld');
  expect([doubt('2014-11-24'), doubt('1950-01-01'), doubt(null)]).toEqual([null, null, null]);
  expect(doubt(null, { ageBand: '0_11', role: 'victim' })).toBeNull();
});

it('another person of the file with the same name is known, whatever case and accents', () => {
  const person = (id: string, name: string | null) => ({ id, name }) as PersonRow;
  const persons = [person('a', null), person('b', 'Élodie  Tremblay')];
  expect(namesake({ id: undefined, name: ' elodie tremblay ' }, persons)?.id).toBe('b');
  expect(namesake({ id: 'b', name: 'Élodie Tremblay' }, persons)).toBeUndefined();
  expect([namesake({ id: undefined, name: '' }, persons), namesake({ id: undefined, name: 'Elo' }, persons)]).toEqual([
    undefined,
    undefined,
  ]);
});
