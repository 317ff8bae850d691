import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { retentionClass, type RetentionClass } from '#contract/custody/retention';
import { addMonths } from '../../../../db/casework/clocks/civil.ts';
import { addDays } from '../../../../db/ground/kernel/days.ts';
import { classesOf, inForceOn, keptUntil } from '../../../../db/custody/retention/rules.ts';
import { openFile } from '../../../support/authorities.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { choosePassphrase, copyOfUnit, type TestStore } from '../../../support/store.ts';
import { importRegister } from '../../../support/importRegister.ts';

const unit = 'u';
const yearsOf = fc.integer({ min: 1, max: 150 });
const rule = fc.record({
  unitId: fc.constant(unit),
  class: fc.constantFrom<RetentionClass>(...retentionClass.options),
  offence: fc.constantFrom('', 'a', 'b'),
  years: yearsOf,
});
const day = fc.integer({ min: 0, max: 13_000 }).map((after) => addDays('1990-01-01' as CivilDate, after));
const outcome = fc.record({
  isYouth: fc.boolean(),
  isConvicted: fc.boolean(),
  isCharged: fc.boolean(),
  isUnfounded: fc.boolean(),
});

describe('how long a file is kept', () => {
  it('is never shorter for one more rule, and is the years of a rule that matches it', () => {
    fc.assert(
      fc.property(
        day,
        outcome,
        fc.subarray(['a', 'b']),
        fc.array(rule, { maxLength: 8 }),
        rule,
        (on, came, offences, rules, more) => {
          const file = { unitId: unit, concludedOn: on, classes: classesOf(came), offences: new Set(offences) };
          const before = keptUntil(file, rules);
          const after = keptUntil(file, [...rules, more]);
          expect((after?.on ?? '') >= (before?.on ?? '')).toBe(true);
          const matches = rules.filter(
            (each) => file.classes.has(each.class) && (each.offence === '' || file.offences.has(each.offence)),
          );
          expect(before?.on ?? null).toBe(
            matches.length === 0 ? null : addMonths(on, 12 * Math.max(...matches.map(({ years }) => years))),
          );
        },
      ),
    );
  });

  it('puts every file in one outcome and in `any`', () => {
    const outcomes: readonly RetentionClass[] = ['convicted', 'charged', 'unfounded', 'not_charged'];
    fc.assert(
      fc.property(outcome, (came) => {
        const classes = classesOf(came);
        expect(outcomes.filter((each) => classes.has(each))).toHaveLength(1);
        expect([classes.has('any'), classes.has('youth')]).toEqual([true, came.isYouth]);
      }),
    );
  });

  it('follows the newest rule that has begun; one without years ends it', () => {
    const of = (validFrom: string, years: number | null) => ({
      unitId: unit,
      class: 'any',
      offence: '',
      validFrom,
      years,
    });
    const rules = [of('2020-01-01', 10), of('2025-01-01', 25), of('2027-01-01', null)];
    const years = (today: string) => inForceOn(rules, today as CivilDate).map((each) => each.years);
    expect([years('2019-12-31'), years('2020-01-01'), years('2026-12-31'), years('2027-01-01')]).toEqual([
      [],
      [10],
      [25],
      [],
    ]);
  });
});

describe('the retention of a unit', () => {
  let test: TestStore;
  let unitId: UnitId;
  let file: InvestigationId;
  beforeEach(async () => {
    ({ test, unitId } = await copyOfUnit());
    await choosePassphrase(test);
    const opened = { unitId, openedOn: '2015-01-05', referralIds: [], lead: null };
    file = (await test.call('investigations.open', opened)).id;
  });
  afterEach(() => {
    test.dispose();
  });

  const inFile = () => ({ kind: 'investigation', id: file }) as const;
  const setRule = (of: RetentionClass, years: number | null, offence: string | null = null) =>
    test.call('retention.setRule', { unitId, class: of, offence, validFrom: '2026-01-01', years });
  const due = async () => {
    const { rows, total } = await test.call('retention.due', { filter: {} });
    expect(total).toEqual({ value: rows.length, exact: true });
    return rows.map(({ file: { id }, keptUntil: { on }, daysLeft, urgency, isHeld }) => ({
      id,
      on,
      daysLeft,
      urgency,
      isHeld,
    }));
  };

  it('has no rule until it sets one, and a date once a file is concluded', async () => {
    await conclude(test, file, '2016-11-30');
    expect([await due(), await test.call('retention.rules', { unitId })]).toEqual([[], { rules: [] }]);
    await setRule('not_charged', 10);
    expect(await due()).toEqual([{ id: file, on: '2026-11-30', daysLeft: 6, urgency: 'reminder', isHeld: false }]);
    await setRule('any', 25);
    expect(await due()).toEqual([]);
    expect(await test.call('retention.ofFile', { file: inFile() })).toEqual({
      keptUntil: { on: '2041-11-30', class: 'any', years: 25 },
      hold: null,
    });
    await setRule('any', null);
    expect(await due()).toHaveLength(1);
    expect((await test.call('retention.rules', { unitId })).rules).toEqual([
      { class: 'any', offence: null, validFrom: '2026-01-01', years: null, by: 'Officer officer', inForce: false },
      { class: 'not_charged', offence: null, validFrom: '2026-01-01', years: 10, by: 'Officer officer', inForce: true },
    ]);
  });

  it('is counted anew when a file is reopened and concluded again', async () => {
    await setRule('any', 10);
    await conclude(test, file, '2016-11-30');
    const { investigation } = await test.call('investigations.get', { investigationId: file });
    const { version } = investigation;
    await test.call('investigations.reopen', { investigationId: file, version, on: '2016-12-20' });
    expect([await due(), await test.call('retention.ofFile', { file: inFile() })]).toEqual([
      [],
      { keptUntil: null, hold: null },
    ]);
    await conclude(test, file, '2016-12-24');
    expect(await due()).toEqual([{ id: file, on: '2026-12-24', daysLeft: 30, urgency: 'reminder', isHeld: false }]);
  });

  it('counts from the last day that a conclusion may have been, where its day is not known', async () => {
    await setRule('referral', 5);
    const register =
      'Reçu le;Source;Unité;Statut;Fermé le\n2014-03-05;Citoyen;U01;Fermé;\n2014-03-06;Citoyen;U01;Fermé;2015\n';
    await importRegister(test, register);
    expect((await due()).map(({ on }) => on)).toEqual(['2020-12-31']);
  });

  it('keeps a file that is held, whatever its date', async () => {
    await setRule('any', 9);
    await conclude(test, file, '2016-11-30');
    await test.call('retention.hold', { file: inFile(), reason: 'Litigation' });
    expect(await due()).toEqual([{ id: file, on: '2025-11-30', daysLeft: -359, urgency: 'overdue', isHeld: true }]);
    const approve = { investigationIds: [file], referralIds: [] };
    const kept = { code: 'conflict', reason: 'kept_longer' };
    expect(await test.refusal('purges.approve', approve)).toEqual(kept);
    expect((await test.call('retention.ofFile', { file: inFile() })).hold).toEqual({
      reason: 'Litigation',
      placedOn: '2026-11-24',
      by: 'Officer officer',
    });
    await test.call('retention.release', { file: inFile(), reason: 'Settled' });
    expect(await test.call('purges.approve', approve)).toEqual({ approved: 1 });
    await test.call('retention.hold', { file: inFile(), reason: 'Access request' });
    expect((await test.call('purges.list', { filter: {} })).requests).toEqual([]);
  });

  it('refuses to approve what is open, not due or has no rule', async () => {
    const kept = { code: 'conflict', reason: 'kept_longer' };
    const approve = () => test.refusal('purges.approve', { investigationIds: [file], referralIds: [] });
    await setRule('any', 10);
    expect(await approve()).toEqual(kept);
    await conclude(test, file, '2016-11-30');
    expect(await approve()).toEqual(kept);
    await setRule('any', null);
    expect(await approve()).toEqual(kept);
    await setRule('any', 9);
    expect(await test.call('purges.approve', { investigationIds: [file], referralIds: [] })).toEqual({ approved: 1 });
    const open = await openFile(test, unitId);
    expect(await test.refusal('purges.approve', { investigationIds: [open.id, file], referralIds: [] })).toEqual(kept);
  });
});
