import { beforeEach, describe, expect } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { personInput } from '../../../support/persons.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

let file: InvestigationId;
beforeEach(async () => {
  // A patrol arrests and charges on a Friday; the file is opened on the Monday of the next month.
  file = (await test.call('investigations.open', { unitId, openedOn: '2026-11-02', referralIds: [], lead: null })).id;
});

const counted = async () =>
  (await stored<{ cell: string }>(test, "SELECT measure || ' ' || month AS cell FROM unit_month WHERE value > 0"))
    .map(({ cell }) => cell)
    .filter((cell) => /^(arrests|charges_laid|persons_charged) /.test(cell))
    .sort();

describe('what happened before the file was opened', () => {
  it('is recorded on its day, and counted in the month of that day', async () => {
    const of = { kind: 'investigation', id: file } as const;
    const { id: personId } = await test.call('persons.add', personInput(of, 'subject', {}));
    await test.call('arrests.record', { investigationId: file, arrestedOn: '2026-10-30', personId, youth: false });
    await test.call('charges.record', {
      ...{ investigationId: file, personId, laidOn: '2026-10-30', offenceOn: '2026-10-01' },
      ...{ section: '163.1(4)', counts: 1, stage: 'laid' },
    });
    expect(await counted()).toEqual(['arrests 2026-10', 'charges_laid 2026-10', 'persons_charged 2026-10']);
    const { behind } = await test.call('timeline.list', { investigationId: file });
    const days = behind.map(({ kind, on }) => [kind, on]);
    expect(days).toContainEqual(['arrest', '2026-10-30']);
    expect(days).toContainEqual(['opened', '2026-11-02']);
  });

  it('is refused only where it cannot be, and the field names the step and both days', async () => {
    const of = { kind: 'investigation', id: file } as const;
    const { id: personId } = await test.call('persons.add', personInput(of, 'subject', { birthDate: '1990-05-06' }));
    const arrest = { investigationId: file, personId, youth: false };
    const reply = await dispatch(test.store, 'arrests.record', { ...arrest, arrestedOn: '1926-10-30' });
    expect(reply).toMatchObject({
      error: {
        fields: [{ path: 'arrestedOn', code: 'date_before_previous', after: { step: 'birth', on: '1990-05-06' } }],
      },
    });
    expect(await test.refusal('arrests.record', { ...arrest, arrestedOn: '2026-11-25' })).toMatchObject({
      reason: 'date_in_future',
    });
  });
});
