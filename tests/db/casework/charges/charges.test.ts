import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { chargedGroup } from '#contract/casework/charges';
import type { CivilDate } from '#contract/ground/dates';
import type { CaseFile, PersonId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { uniquePersons } from '../../../../db/casework/charges/rules.ts';
import { ageGroupOf } from '../../../../db/casework/persons/age.ts';
import { authorityInput, openFile } from '../../../support/authorities.ts';
import { personInput } from '../../../support/persons.ts';
import { stored } from '../../../support/stored.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

const addSubject = async (given: Partial<Input<'persons.add'>> = {}, id = file) => {
  const of: CaseFile = { kind: 'investigation', id };
  return (await test.call('persons.add', personInput(of, 'subject', given))).id;
};
const record = (personId: PersonId | null, given: Partial<Input<'charges.record'>> = {}) =>
  test.call('charges.record', {
    investigationId: file,
    laidOn: '2026-11-01',
    section: '163.1(4)',
    counts: 2,
    stage: 'laid',
    personId,
    ...given,
  });
const charges = async (id = file) => (await test.call('investigations.get', { investigationId: id })).charges;
const months = async () =>
  (
    await stored<{ key: string; value: number }>(
      test,
      "SELECT measure || ' ' || month AS key, value FROM unit_month WHERE measure IN ('charges_laid', 'persons_charged', 'dispositions') AND value <> 0 ORDER BY 1",
    )
  ).map(({ key, value }) => `${key}: ${String(value)}`);

describe('a charge', () => {
  it('is recommended, approved and laid, each on its day, and counts only once laid', async () => {
    const who = await addSubject();
    await record(who, { stage: 'recommended', laidOn: '2026-10-05', offenceOn: '2026-09-20' });
    expect(await months()).toEqual([]);
    const [first] = await charges();
    const step = { investigationId: file, chargeId: first!.id };
    await test.call('charges.advance', { ...step, version: 1, stage: 'approved', on: '2026-10-20' });
    const early = { ...step, version: 2, stage: 'laid', on: '2026-10-19' } as const;
    expect(await test.refusal('charges.advance', early)).toEqual({
      code: 'invalid_input',
      reason: 'date_before_previous',
    });
    await test.call('charges.advance', { ...step, version: 2, stage: 'laid', on: '2026-11-02' });
    expect(await test.refusal('charges.advance', { ...early, version: 3, on: '2026-11-03' })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    expect(await charges()).toEqual([
      expect.objectContaining({
        stage: 'laid',
        recommendedOn: '2026-10-05',
        approvedOn: '2026-10-20',
        laidOn: '2026-11-02',
        isValidThen: true,
      }),
    ]);
    expect(await months()).toEqual(['charges_laid 2026-11: 2', 'persons_charged 2026-11: 1']);
  });

  it('is of a subject of the file, who then stays in it', async () => {
    const who = await addSubject();
    const other = await openFile(test, unitId);
    await expect(record(await addSubject({}, other.id))).rejects.toThrow('personId');
    const witness = await test.call('persons.add', personInput({ kind: 'investigation', id: file }, 'witness'));
    await expect(record(witness.id)).rejects.toThrow('personId');
    await record(who);
    const of: CaseFile = { kind: 'investigation', id: file };
    expect(await test.refusal('corrections.strike', struck(of, 'person', who))).toEqual({
      code: 'conflict',
      reason: 'person_charged',
    });
    const asWitness = { ...personInput(of, 'witness'), personId: who, version: 1 };
    expect(await test.refusal('persons.change', asWitness)).toEqual({ code: 'conflict', reason: 'person_charged' });
  });

  it('whose section was no offence on its day is said so', async () => {
    await record(await addSubject(), { section: '163.1(4.21)', offenceOn: '2026-07-17' });
    expect((await charges()).map((each) => each.isValidThen)).toEqual([false]);
    await expect(record(null, { offenceOn: '2026-11-02' })).rejects.toThrow('date_before_previous');
  });
});

describe('persons charged', () => {
  it('count once for each file, and once for the year whatever the files', async () => {
    const who = await addSubject({ name: 'A. Tremblay', birthDate: '2009-03-01' });
    await record(who, { offenceOn: '2026-09-20' });
    await record(who, { section: '172.1' });
    await record(null);
    const other = await openFile(test, unitId);
    const again = await addSubject({ name: 'a tremblay', ageBand: '16_17' }, other.id);
    await record(again, { investigationId: other.id, laidOn: '2026-11-10' });
    await record(await addSubject({ ageBand: '18_plus' }, other.id), { investigationId: other.id });
    const { charged } = await test.call('investigations.get', { investigationId: file });
    // Fourteen years for the one, ten for the other.
    expect(charged).toEqual([{ personId: who, on: '2026-11-01', section: '172.1' }]);
    const counted = await test.call('charges.persons', { unitId, fiscalYear: 2026 });
    expect(counted).toEqual({
      perIncident: { total: 3, youth: 2, adult: 1, unknown: 0 },
      unique: { total: 2, youth: 1, adult: 1, unknown: 0 },
      withoutPerson: 1,
    });
    for (const group of chargedGroup.options) {
      const page = { offset: 0, size: 10 };
      const found = await test.call('charges.personRows', { unitId, fiscalYear: 2026, group, ...page });
      expect([group, found.total, found.sealed]).toEqual([group, counted.perIncident[group], 0]);
    }
    const everyone = { unitId, fiscalYear: 2026, group: 'total', offset: 0, size: 10 } as const;
    expect((await test.call('charges.personRows', everyone)).rows).toMatchObject([
      { kind: 'investigation', id: other.id, on: '2026-11-10', count: 2 },
      { kind: 'investigation', id: file, on: '2026-11-01', count: 1 },
    ]);
    expect((await test.call('charges.persons', { unitId, fiscalYear: 2025 })).perIncident.total).toBe(0);
    expect(await months()).toContain('persons_charged 2026-11: 3');
  });

  it('are youths until the day before they are eighteen', () => {
    const born = { name: null, ageBand: 'unknown', birthDate: '2008-11-24' } as const;
    expect(ageGroupOf(born, '2026-11-23' as CivilDate)).toBe('youth');
    expect(ageGroupOf(born, '2026-11-24' as CivilDate)).toBe('adult');
    expect(ageGroupOf(born, null)).toBe('unknown');
    expect(uniquePersons([born, born])).toHaveLength(2);
  });

  it('are youths from the day on which they are twelve: dates that make them younger tell nothing', () => {
    const born = { name: null, ageBand: '12_13', birthDate: '2014-11-24' } as const;
    expect(ageGroupOf(born, '2026-11-24' as CivilDate)).toBe('youth');
    expect(ageGroupOf(born, '2026-11-23' as CivilDate)).toBe('unknown');
  });
});

describe('the months of charges', () => {
  it('equal a naive recount of the rows after any series of changes', { timeout: 60_000 }, async () => {
    const people = [await addSubject(), await addSubject()];
    const day = fc.constantFrom('2026-10-02', '2026-10-31', '2026-11-01', '2026-11-20');
    const step = fc.record({
      kind: fc.constantFrom('record', 'record', 'advance', 'accuse', 'dispose', 'undo'),
      at: fc.nat(),
      who: fc.constantFrom(null, ...people),
      on: day,
      stage: fc.constantFrom('recommended', 'approved', 'laid'),
      counts: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        for (const { kind, at, who, on, stage, counts } of steps) {
          const held = await charges();
          const one = held[at % Math.max(held.length, 1)];
          if (kind === 'record' || !one) {
            await record(who, { laidOn: on, stage, counts });
            continue;
          }
          const of = { investigationId: file, chargeId: one.id, version: one.version };
          if (kind === 'accuse') await test.call('charges.change', { reason, ...of, personId: who, offenceOn: null });
          else if (kind === 'advance' && one.stage !== 'laid' && on >= one.laidOn)
            await test.call('charges.advance', { ...of, stage: 'laid', on });
          else if (one.stage === 'laid' && on >= one.laidOn)
            await test.call('charges.dispose', {
              reason,
              ...of,
              outcome: kind === 'undo' ? null : { disposition: 'stayed', disposedOn: on },
            });
        }
        const laid = (await charges()).filter((each) => each.stage === 'laid');
        const naive = new Map<string, number>();
        const count = (key: string, amount: number) => naive.set(key, (naive.get(key) ?? 0) + amount);
        for (const each of laid) {
          count(`charges_laid ${each.laidOn.slice(0, 7)}`, each.counts);
          if (each.disposedOn !== null) count(`dispositions ${each.disposedOn.slice(0, 7)}`, each.counts);
        }
        for (const who of people) {
          const days = laid.filter((each) => each.personId === who).map((each) => each.laidOn);
          if (days.length > 0) count(`persons_charged ${days.sort()[0]!.slice(0, 7)}`, 1);
        }
        expect(await months()).toEqual([...naive].map(([key, value]) => `${key}: ${String(value)}`).sort());
      }),
      { numRuns: 15 },
    );
  });
});

describe('the delay of proceedings', () => {
  it('is net of what is deducted, and the ceiling moves with it', async () => {
    const input = authorityInput(file, 'court_proceedings', '2026-10-05', { variant: 'provincial' });
    const { id: authorityId } = await test.call('authorities.record', input);
    const delays = async () => (await test.call('delays.list', { investigationId: file })).proceedings;
    expect(await delays()).toEqual([
      expect.objectContaining({ days: 50, deducted: 0, net: 50, isRunning: true, ceilingOn: '2028-04-05' }),
    ]);
    const add = { investigationId: file, authorityId, note: null };
    await test.call('delays.deduct', { ...add, cause: 'defence', days: 10 });
    const { id } = await test.call('delays.deduct', { ...add, cause: 'exceptional', days: 5 });
    expect(await delays()).toEqual([
      expect.objectContaining({ days: 50, deducted: 15, net: 35, ceilingOn: '2028-04-20' }),
    ]);
    await test.call('delays.remove', { investigationId: file, deductionId: id, version: 1 });
    const [held] = await delays();
    expect([held?.net, held?.deductions.map((each) => each.cause)]).toEqual([40, ['defence']]);
  });
});
