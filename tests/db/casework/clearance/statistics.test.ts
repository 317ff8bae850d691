import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { countedStatistic } from '#contract/casework/clearance';
import type { InvestigationId, PersonId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { personInput } from '../../../support/persons.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const open = async (openedOn: string): Promise<InvestigationId> =>
  (await test.call('investigations.open', { unitId, openedOn, referralIds: [], lead: null })).id;
const clear = (id: InvestigationId, reason: string | null, on: string) =>
  test.call('clearance.record', {
    investigationId: id,
    version: null,
    status: { founded: reason !== null, reason, on },
  });
const subject = async (id: InvestigationId, given: Partial<Input<'persons.add'>>): Promise<PersonId> =>
  (await test.call('persons.add', personInput({ kind: 'investigation', id }, 'subject', given))).id;
const charge = (id: InvestigationId, personId: PersonId, laidOn: string) =>
  test.call('charges.record', {
    ...{ investigationId: id, personId, laidOn, offenceOn: '2025-11-01' },
    ...{ section: '163.1(4)', counts: 3, stage: 'laid' as const },
  });
const statistics = async (...years: number[]) => (await test.call('clearance.statistics', { unitId, years })).years;

/** Two files of 2025 and four of 2026: one of each sort, and one of which nothing was said. */
async function files(): Promise<void> {
  const cleared = await open('2025-10-01');
  const adult = await subject(cleared, { ageBand: '18_plus' });
  const youth = await subject(cleared, { birthDate: '2009-12-01', ageBand: '14_15' });
  await charge(cleared, adult, '2025-12-30');
  await charge(cleared, adult, '2026-01-10');
  await charge(cleared, youth, '2026-01-10');
  await clear(cleared, 'charged', '2026-01-10');
  await clear(await open('2025-12-31'), null, '2026-02-01');
  const diverted = await open('2026-03-01');
  await subject(diverted, { ageBand: '16_17' });
  await subject(diverted, { ageBand: '0_11' });
  await clear(diverted, 'extrajudicial', '2026-04-01');
  await clear(await open('2026-03-02'), 'insufficient_evidence', '2026-05-01');
  await clear(await open('2026-03-03'), null, '2026-05-01');
  await open('2026-03-04');
}

describe('the statistics of a unit', () => {
  it('count incidents by opening, clearances by their day and persons by their first charge', async () => {
    await files();
    expect(await statistics(2026, 2025)).toEqual([
      {
        year: 2026,
        values: {
          // One of which nothing was said: an incident is founded until there is evidence that it did not take place.
          actual_incidents: 3,
          unfounded: 1,
          percent_unfounded: 1 / 4,
          total_cleared: 2,
          cleared_by_charge: 1,
          cleared_otherwise: 1,
          total_persons_charged: 1,
          adults_charged: 0,
          youth_charged: 1,
          youth_not_charged: 1,
        },
        notRecorded: 1,
        // The file of 2025 that was cleared by charge.
        clearedOfEarlierYears: 1,
        ageUnknown: 0,
      },
      {
        year: 2025,
        values: {
          actual_incidents: 1,
          unfounded: 1,
          percent_unfounded: 0.5,
          total_cleared: 0,
          cleared_by_charge: 0,
          cleared_otherwise: 0,
          total_persons_charged: 1,
          adults_charged: 1,
          youth_charged: 0,
          youth_not_charged: 0,
        },
        notRecorded: 0,
        clearedOfEarlierYears: 0,
        ageUnknown: 0,
      },
    ]);
  });

  it('have each the files that it counts, as many as it says', async () => {
    await files();
    for (const { year, values } of await statistics(2026, 2025))
      for (const statistic of countedStatistic.options) {
        const found = await test.call('clearance.rows', { unitId, year, statistic, offset: 0, size: 200 });
        expect([found.total, found.sealed], `${statistic} of ${String(year)}`).toEqual([values[statistic], 0]);
        expect(found.rows.reduce((sum, { count }) => sum + count, 0)).toBe(found.total);
        expect(found.rows).toHaveLength(found.length);
      }
    const page = { unitId, year: 2026, offset: 0, size: 1 };
    const cleared = await test.call('clearance.rows', { ...page, statistic: 'total_cleared' });
    expect(cleared).toMatchObject({
      length: 2,
      total: 2,
      rows: [{ kind: 'investigation', on: '2026-04-01', count: 1 }],
    });
  });

  it('follow the outcome that the unit gives to a reason', async () => {
    await clear(await open('2026-03-01'), 'insufficient_evidence', '2026-04-01');
    const { reasons } = await test.call('clearanceReasons.list', {});
    const reason = reasons.find(({ code }) => code === 'insufficient_evidence')!;
    expect((await statistics(2026))[0]!.values.total_cleared).toBe(0);
    await test.call('clearanceReasons.save', { ...reason, outcome: 'otherwise' });
    expect((await statistics(2026))[0]!.values.cleared_otherwise).toBe(1);
  });

  it('leave as a table with names in both languages, a blank and its sign where nothing can be told', async () => {
    await files();
    const path = join(test.parent, 'statistics.csv');
    await test.call('clearance.export', { unitId, years: [2026, 2019], file: test.grant(path) });
    const text = readFileSync(path, 'utf8');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeffunit_code,year,statistic_code,statistic_en,statistic_fr,value,status');
    expect(lines).toHaveLength(1 + 2 * 10);
    expect(lines[3]).toMatch(/,2026,percent_unfounded,Percentage unfounded,Pourcentage d’affaires non fondées,25,$/);
    expect(lines[13]).toMatch(/,2019,percent_unfounded,.*,,\.\.$/);
  });

  it('are of a unit that the supervisor has, and of no other', async () => {
    await test.signInAs('admin');
    const other = (await createUnitAndUser(test, { login: 'second', code: 'U09' })).unitId;
    await test.signInAs('officer');
    const path = join(test.parent, 'other.csv');
    expect(
      await test.refusal('clearance.export', { unitId: other, years: [2026], file: test.grant(path) }),
    ).toMatchObject({
      code: 'forbidden',
    });
    expect(existsSync(path)).toBe(false);
  });
});
