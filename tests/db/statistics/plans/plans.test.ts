import { describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { noChange, type Plan } from '#contract/statistics/plans';
import { auditEntry } from '../../../../db/ground/schema/common/audit.ts';
import { plan as planTable } from '../../../../db/ground/schema/common/laboratory.ts';
import { position } from '../../../../db/ground/schema/coordination/funding.ts';
import { isWhole } from '../../../support/whole.ts';
import { all, plannedUnits } from './plannedUnits.ts';
import { ofFile } from '../../../support/fixtures/make.ts';

const { it, made: coordination } = ofFile(plannedUnits);

const list = async () => (await coordination.test.call('plans.list', {})).plans;

describe('a projection', () => {
  it.runIf(isWhole)('leaves out units without an estimate of grade C or better, and says why', async () => {
    const { units, notPlanned, backlogNow, history, months } = await coordination.project(noChange);
    expect(units.length).toBeGreaterThan(0);
    expect(units.length + notPlanned.length).toBe(12);
    expect(units.some(({ grade }) => grade === 'D')).toBe(false);
    expect(new Set(notPlanned.map(({ reason }) => reason))).toContain('refused');
    expect(notPlanned.flatMap(({ refusals }) => refusals)).toContain('no_funding');
    expect(backlogNow).toBe(units.reduce((sum, { backlog }) => sum + backlog, 0));
    expect(history.backlog.at(-1)).toBe(backlogNow);
    expect([months.length, months[0], months.at(-1)]).toEqual([36, coordination.after(1), coordination.after(36)]);
  });

  it('draws what the plan changes and nothing else, the same twice', async () => {
    const same = await coordination.project(noChange);
    expect(same.drawn).toEqual(same.noChange);
    const [unit] = same.units;
    const line = { unitId: unit!.unitId, from: coordination.after(3), to: null, fte: 4, funded: false, rampMonths: 0 };
    const more = await coordination.project({ ...noChange, lines: [line] });
    expect(more.noChange).toEqual(same.noChange);
    expect(more.drawn.fan[1]).toEqual(same.noChange.fan[1]);
    expect(more.drawn.marks[2]!.backlog.p50).toBeLessThan(same.noChange.marks[2]!.backlog.p50);
    expect((await coordination.project({ ...noChange, growth: 0.6 })).drawn.fan[35]!.p50).toBeGreaterThan(
      same.noChange.fan[35]!.p50,
    );
  });

  it('shows the end of the agreement beside its renewal, draw by draw', async () => {
    const ended = await coordination.project({ ...noChange, agreementEnds: coordination.after(6), renewed: false });
    expect(ended.drawn).toEqual(ended.renewal!.ended);
    expect(ended.renewal!.renewed).toEqual(ended.noChange);
    expect(ended.renewal!.more.map(({ ahead }) => ahead)).toEqual([12, 24, 36]);
    expect(ended.renewal!.more[2]!.files.mean).toBeCloseTo(
      ended.drawn.marks[2]!.backlog.mean - ended.noChange.marks[2]!.backlog.mean,
      6,
    );
    expect((await coordination.project(noChange)).renewal).toBeNull();
  });

  it('is of one unit as of many: the parts add up to no other middle than that of their draws', async () => {
    const { units, noChange: total } = await coordination.project(noChange);
    const [unit] = units;
    const one = await coordination.project(noChange, { unitId: unit!.unitId });
    expect(one.backlogNow).toBe(unit!.backlog);
    expect(one.noChange.marks[0]!.backlog.mean).toBeLessThan(total.marks[0]!.backlog.mean);
    expect(one.noChange.marks[0]!.monthsOfWork!.p50).toBeGreaterThan(0);
  });

  it('leaves the unit’s own share of its positions empty, as their register has it, unless the plan sets another', async () => {
    const { units } = await coordination.project(noChange);
    // One that has work left, however the draws fall: else more staff would close no more.
    const unit = units.find(({ backlog }) => backlog === Math.max(...units.map((each) => each.backlog)));
    expect(units.every(({ ownVacancyShare }) => ownVacancyShare === null)).toBe(true);
    const line = { unitId: unit!.unitId, from: coordination.after(1), to: null, fte: 2, funded: false, rampMonths: 0 };
    const plan: Plan = { ...noChange, lines: [line] };
    const filled = await coordination.project(plan);
    await coordination.recordPositions(unit!.unitId);
    const own = await coordination.project(plan);
    for (const { unitId, ownVacancyShare } of own.units)
      expect(ownVacancyShare).toBe(unitId === unit!.unitId ? 0.25 : null);
    expect(own.noChange).toEqual(filled.noChange);
    expect(own.drawn.marks[0]!.backlog.mean).toBeGreaterThan(filled.drawn.marks[0]!.backlog.mean);
    expect((await coordination.project({ ...plan, vacancyShare: 0.25 })).drawn).toEqual(own.drawn);
    expect((await coordination.project({ ...plan, vacancyShare: 0 })).drawn).toEqual(filled.drawn);
    expect((await coordination.project({ ...plan, vacancyShare: 1 })).drawn).toEqual(filled.noChange);
    await coordination.test.store.requireUnlocked().tx.delete(position);
  });
});

describe('a saved plan', () => {
  const ends: Plan = { ...noChange, agreementEnds: '2027-03' as Month, renewed: false };

  it('is named, listed, compared, counted, replaced by whoever saw it, and removed', async () => {
    const { test } = coordination;
    const { id } = await test.call('plans.save', { name: ' End in March ', scope: all, plan: ends });
    expect(await list()).toMatchObject([{ id, version: 1, name: 'End in March', scope: all, plan: ends }]);
    const beside = await coordination.project(noChange, all, [id]);
    const { drawn, notApplied } = await coordination.project(ends);
    expect(beside.compared).toEqual([{ id, name: 'End in March', outlook: drawn, notApplied }]);
    expect(beside.plansSaved).toBe(1);
    expect((await coordination.project(noChange, { unitId: beside.units[0]!.unitId }, [id])).compared).toEqual([]);
    const again = { name: 'End in March', scope: all, plan: noChange };
    expect(await test.refusal('plans.save', again)).toEqual({ code: 'conflict', reason: 'name_taken' });
    await test.call('plans.save', { ...again, version: 1 });
    expect(await test.refusal('plans.remove', { id, version: 1 })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    await test.call('plans.remove', { id, version: 2 });
    expect(await list()).toEqual([]);
    const rows = await test.store.requireUnlocked().read.select().from(auditEntry);
    expect(
      rows.filter(({ method }) => method.startsWith('plans.')).map(({ method, outcome }) => [method, outcome]),
    ).toEqual([
      ['plans.save', 'done'],
      ['plans.save', 'refused'],
      ['plans.save', 'done'],
      ['plans.remove', 'refused'],
      ['plans.remove', 'done'],
    ]);
  });

  it('is compared and counted for its scope, whatever units that had when it was saved', async () => {
    const { test, unitIds } = coordination;
    const { id } = await test.call('plans.save', { name: 'Earlier units', scope: all, plan: ends });
    await test.store
      .requireUnlocked()
      .tx.update(planTable)
      .set({ unitIds: unitIds.slice(1) });
    const { compared, plansSaved } = await coordination.project(noChange, all, [id]);
    expect([compared.map(({ name }) => name), plansSaved]).toEqual([['Earlier units'], 1]);
    await test.call('plans.remove', { id, version: 1 });
  });

  it('is refused with staff of a unit outside its scope, a line that ends before it starts, or funded staff who leave', async () => {
    const [one, two] = coordination.unitIds;
    const line = { unitId: two!, from: coordination.after(4), to: null, fte: 1, funded: true, rampMonths: null };
    const save = (lines: Plan['lines']) =>
      coordination.test.refusal('plans.save', { name: 'x', scope: { unitId: one! }, plan: { ...noChange, lines } });
    for (const wrong of [
      line,
      { ...line, unitId: one!, to: coordination.after(3) },
      { ...line, unitId: one!, fte: -1 },
    ])
      expect(await save([wrong])).toEqual({ code: 'invalid_input' });
  });
});
