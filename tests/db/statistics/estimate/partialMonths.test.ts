import { expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { factsOf } from '../../../../db/estimator/evidenceFacts.ts';
import { gradeEvidence } from '../../../../db/estimator/grades.ts';
import { readPanels } from '../../../../db/statistics/estimate/panels.ts';
import { importRegister } from '../../../support/importRegister.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const register = (ended: string) =>
  `Reçu le;Source;Unité;Statut;Fermé le\n2026-02-05;Citoyen;U01;Fermé;${ended}\n2026-02-06;Citoyen;U01;Fermé;2026-03-10\n`;

const panel = async () => {
  const { tx: db } = test.store.requireUnlocked();
  const [found] = await readPanels(db, [unitId], '2026-10' as Month, 'unit', 'as_counted');
  return found!;
};

it('imported history whose day of conclusion is not known makes its months partial, and the grade C at best', async () => {
  await importRegister(test, register('2026-05-01'));
  expect((await panel()).partialMonths).toBeUndefined();
  await importRegister(test, register('').replaceAll('Citoyen', 'École'));
  const read = await panel();
  const partial = (read.partialMonths ?? []).map((t) => read.months[t]);
  // From its receipt to the day of the import.
  expect(partial).toEqual([
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
  ]);
  const window = { first: 0, last: read.months.length - 1, fundingStart: 4 };
  const facts = factsOf(
    { panel: read, window },
    { priorDriven: false, priorWeight: 0.1, controls: 5, practiceChanged: null },
  );
  expect(facts.partialMonths).toBe(9);
  expect(gradeEvidence(facts).reasons).toContain('months_partial');
});
