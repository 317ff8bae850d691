import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, type Month } from '#contract/ground/dates';
import type { PrintedPage } from '#contract/ground/printedPage';
import { noChange, type Plan } from '#contract/statistics/plans';
import { auditEntry } from '../../../../db/ground/schema/common/audit.ts';
import { plan as planTable } from '../../../../db/ground/schema/common/laboratory.ts';
import { position } from '../../../../db/ground/schema/coordination/funding.ts';
import { endKeeping } from '../../../../db/store/keep.ts';
import { choosePassphrase } from '../../../support/store.ts';
import { vigie } from '../../entry/cli/support.ts';
import { coordinationOf, newJob, panelsOf, type Laboratory } from '../estimate/reference/support.ts';
import { isWhole } from '../../../support/whole.ts';

let coordination: Laboratory;
const all = { all: true } as const;

beforeAll(async () => {
  coordination = await coordinationOf(panelsOf(12, 64));
}, 60_000);
afterAll(() => {
  coordination.test.dispose();
});

const after = (months: number): Month => addMonths(coordination.lastMonth, months);
const project = (plan: Plan, scope: object = all, compare: readonly string[] = []) =>
  coordination.test.call('plans.project', {
    ...{ scope: scope as typeof all, lastMonth: coordination.lastMonth, plan },
    ...{ compare: compare as never, jobId: newJob() },
  });
/** Two funded FTE of the unit, of which half a one was held by nobody. */
async function recordPositions(unitId: string): Promise<void> {
  const { tx } = coordination.test.store.requireUnlocked();
  await tx.delete(position);
  const row = { agreementId: 'agreement', role: 'analyst', funding: 'funded', unitId, startsOn: '2020-04-01' };
  await tx.insert(position).values([
    { ...row, id: 'held', code: 'P-1', fte: 150, filledOn: '2020-04-01' },
    { ...row, id: 'empty', code: 'P-2', fte: 50 },
  ] as (typeof position.$inferInsert)[]);
}
const list = async () => (await coordination.test.call('plans.list', {})).plans;

describe('a projection', () => {
  it.runIf(isWhole)('leaves out units without an estimate of grade C or better, and says why', async () => {
    const { units, notPlanned, backlogNow, history, months } = await project(noChange);
    expect(units.length).toBeGreaterThan(0);
    expect(units.length + notPlanned.length).toBe(12);
    expect(units.some(({ grade }) => grade === 'D')).toBe(false);
    expect(new Set(notPlanned.map(({ reason }) => reason))).toContain('refused');
    expect(notPlanned.flatMap(({ refusals }) => refusals)).toContain('no_funding');
    expect(backlogNow).toBe(units.reduce((sum, { backlog }) => sum + backlog, 0));
    expect(history.backlog.at(-1)).toBe(backlogNow);
    expect([months.length, months[0], months.at(-1)]).toEqual([36, after(1), after(36)]);
  });

  it('draws what the plan changes and nothing else, the same twice', async () => {
    const same = await project(noChange);
    expect(same.drawn).toEqual(same.noChange);
    const [unit] = same.units;
    const line = { unitId: unit!.unitId, from: after(3), to: null, fte: 4, funded: false, rampMonths: 0 };
    const more = await project({ ...noChange, lines: [line] });
    expect(more.noChange).toEqual(same.noChange);
    expect(more.drawn.fan[1]).toEqual(same.noChange.fan[1]);
    expect(more.drawn.marks[2]!.backlog.p50).toBeLessThan(same.noChange.marks[2]!.backlog.p50);
    expect((await project({ ...noChange, growth: 0.6 })).drawn.fan[35]!.p50).toBeGreaterThan(
      same.noChange.fan[35]!.p50,
    );
  });

  it('shows the end of the agreement beside its renewal, draw by draw', async () => {
    const ended = await project({ ...noChange, agreementEnds: after(6), renewed: false });
    expect(ended.drawn).toEqual(ended.renewal!.ended);
    expect(ended.renewal!.renewed).toEqual(ended.noChange);
    expect(ended.renewal!.more.map(({ ahead }) => ahead)).toEqual([12, 24, 36]);
    expect(ended.renewal!.more[2]!.files.mean).toBeCloseTo(
      ended.drawn.marks[2]!.backlog.mean - ended.noChange.marks[2]!.backlog.mean,
      6,
    );
    expect((await project(noChange)).renewal).toBeNull();
  });

  it('is of one unit as of many: the parts add up to no other middle than that of their draws', async () => {
    const { units, noChange: total } = await project(noChange);
    const [unit] = units;
    const one = await project(noChange, { unitId: unit!.unitId });
    expect(one.backlogNow).toBe(unit!.backlog);
    expect(one.noChange.marks[0]!.backlog.mean).toBeLessThan(total.marks[0]!.backlog.mean);
    expect(one.noChange.marks[0]!.monthsOfWork!.p50).toBeGreaterThan(0);
  });

  it('leaves the unit’s own share of its positions empty, as their register has it, unless the plan sets another', async () => {
    const { units } = await project(noChange);
    // One that has work left, however the draws fall: else more staff would close no more.
    const unit = units.find(({ backlog }) => backlog === Math.max(...units.map((each) => each.backlog)));
    expect(units.every(({ ownVacancyShare }) => ownVacancyShare === null)).toBe(true);
    const line = { unitId: unit!.unitId, from: after(1), to: null, fte: 2, funded: false, rampMonths: 0 };
    const plan: Plan = { ...noChange, lines: [line] };
    const filled = await project(plan);
    await recordPositions(unit!.unitId);
    const own = await project(plan);
    for (const { unitId, ownVacancyShare } of own.units)
      expect(ownVacancyShare).toBe(unitId === unit!.unitId ? 0.25 : null);
    expect(own.noChange).toEqual(filled.noChange);
    expect(own.drawn.marks[0]!.backlog.mean).toBeGreaterThan(filled.drawn.marks[0]!.backlog.mean);
    expect((await project({ ...plan, vacancyShare: 0.25 })).drawn).toEqual(own.drawn);
    expect((await project({ ...plan, vacancyShare: 0 })).drawn).toEqual(filled.drawn);
    expect((await project({ ...plan, vacancyShare: 1 })).drawn).toEqual(filled.noChange);
    await coordination.test.store.requireUnlocked().tx.delete(position);
  });

  it('finds the staff that a backlog needs, as the projection with that staff has it', async () => {
    // The test on earlier months takes long: a projection tells what it said, and never makes it.
    expect((await project(noChange)).tested).toBeNull();
    const { units: tried, ahead12 } = await coordination.test.call('plans.backtest', {
      ...{ scope: all, lastMonth: coordination.lastMonth, jobId: newJob() },
    });
    expect([tried.length, ahead12!.forecasts > 50]).toEqual([12, true]);
    const { tested, units: planned } = await project(noChange);
    const isPlanned = (unitId: string) => planned.some((each) => each.unitId === unitId);
    expect(tested).toEqual(tried.filter(({ unitId }) => isPlanned(unitId)));
    expect((await project(noChange, { unitId: planned[0]!.unitId })).tested).toMatchObject([
      { code: planned[0]!.code },
    ]);
    const codes = tried.map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    const passed = tried.filter(({ verdict }) => verdict === 'passed').map(({ unitId }) => unitId);
    const unit = (await project(noChange)).units.find(({ unitId }) => passed.includes(unitId));
    const search = { from: after(2), by: after(24), target: unit!.backlog, probability: 0.8 };
    const question = { scope: { unitId: unit!.unitId }, lastMonth: coordination.lastMonth, plan: noChange, search };
    const { found, refusal } = await coordination.test.call('plans.findStaff', { ...question, jobId: newJob() });
    expect([found === null, refusal]).toEqual([false, null]);
    for (const { unitId, verdict } of tried.filter((each) => each.verdict !== 'passed')) {
      const asked = { ...question, scope: { unitId }, jobId: newJob() };
      const refused = await coordination.test.call('plans.findStaff', asked);
      expect(['not_planned', `backtest_${verdict}`]).toContain(refused.refusal);
    }
    const past = { unitId: unit!.unitId, from: after(0), to: null, fte: 3, funded: true, rampMonths: 0 };
    const gone = { ...question, plan: { ...noChange, lines: [past] }, jobId: newJob() };
    expect((await coordination.test.call('plans.findStaff', gone)).found).toEqual(found);
    const late = { ...question, search: { ...search, by: after(40) }, jobId: newJob() };
    expect(await coordination.test.refusal('plans.findStaff', late)).toEqual({ code: 'invalid_input' });
    if (found!.fte === null) expect(found!.probabilityWithMost).toBeLessThan(0.8);
    else expect(found!.probability).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a saved plan', () => {
  const ends: Plan = { ...noChange, agreementEnds: '2027-03' as Month, renewed: false };

  it('is named, listed, compared, counted, replaced by whoever saw it, and removed', async () => {
    const { test } = coordination;
    const { id } = await test.call('plans.save', { name: ' End in March ', scope: all, plan: ends });
    expect(await list()).toMatchObject([{ id, version: 1, name: 'End in March', scope: all, plan: ends }]);
    const beside = await project(noChange, all, [id]);
    const { drawn, notApplied } = await project(ends);
    expect(beside.compared).toEqual([{ id, name: 'End in March', outlook: drawn, notApplied }]);
    expect(beside.plansSaved).toBe(1);
    expect((await project(noChange, { unitId: beside.units[0]!.unitId }, [id])).compared).toEqual([]);
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
    const { compared, plansSaved } = await project(noChange, all, [id]);
    expect([compared.map(({ name }) => name), plansSaved]).toEqual([['Earlier units'], 1]);
    await test.call('plans.remove', { id, version: 1 });
  });

  it('is refused with staff of a unit outside its scope, a line that ends before it starts, or funded staff who leave', async () => {
    const [one, two] = coordination.unitIds;
    const line = { unitId: two!, from: after(4), to: null, fte: 1, funded: true, rampMonths: null };
    const save = (lines: Plan['lines']) =>
      coordination.test.refusal('plans.save', { name: 'x', scope: { unitId: one! }, plan: { ...noChange, lines } });
    for (const wrong of [line, { ...line, unitId: one!, to: after(3) }, { ...line, unitId: one!, fte: -1 }])
      expect(await save([wrong])).toEqual({ code: 'invalid_input' });
  });
});

describe('the annex of a plan', () => {
  const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const count = (value: number, tag: string): string =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(value).replace(/\s/g, ' ');

  it('prints in each language the figures of the projection and of the backtest, and is audited by its digest', async () => {
    const { test, lastMonth, unitIds } = coordination;
    const folder = mkdtempSync(join(tmpdir(), 'vigie-annex-'));
    const plan: Plan = { ...noChange, agreementEnds: after(6), renewed: false, growth: 0.1 };
    const [expected, tested] = [
      await project(plan),
      await test.call('plans.backtest', { scope: all, lastMonth, jobId: newJob() }),
    ];
    const file = (name: string) => test.grant(join(folder, name));
    const question = { scope: all, lastMonth, plan, compare: [], jobId: newJob() };
    expect(await test.refusal('plans.print', { ...question, file: file('none.pdf'), locale: 'en' })).toEqual({
      code: 'conflict',
      reason: 'printing_unavailable',
    });
    for (const [locale, tag, more] of [
      ['en', 'en-CA', 'more open items'],
      ['fr', 'fr-CA', 'éléments ouverts de plus'],
    ] as const) {
      // The printer gives the page back as it came: what is on paper is looked at end to end.
      Object.assign(test.store.options, { print: ({ html }: PrintedPage) => Promise.resolve(Buffer.from(html)) });
      await test.call('plans.print', { ...question, file: file(`${locale}.pdf`), locale });
      const text = plain(readFileSync(join(folder, `${locale}.pdf`), 'utf8'));
      for (const { files } of expected.renewal!.more) expect(text).toContain(`${count(files.p50, tag)} ${more}`);
      for (const { marks } of [expected.noChange, expected.renewal!.renewed, expected.renewal!.ended])
        for (const { backlog } of marks) {
          expect(text).toContain(`${count(backlog.p50, tag)} (${count(backlog.p10, tag)}`);
        }
      for (const { code, grade } of expected.units) expect(text).toContain(`${code} (${grade})`);
      for (const { code } of expected.notPlanned) expect(text).toContain(code);
      expect(text).toContain(count(tested.ahead12!.forecasts, tag));
    }
    Object.assign(test.store.options, { print: null });
    const rows = await test.store.requireUnlocked().read.select().from(auditEntry);
    expect(rows.filter(({ method, outcome }) => method === 'plans.print' && outcome === 'done')).toHaveLength(4);
    expect(unitIds).toHaveLength(12);
    rmSync(folder, { recursive: true });
  });

  it('says without figures why nothing can be planned', async () => {
    const { test, lastMonth } = coordination;
    const { notPlanned } = await project(noChange);
    const { unitId, code } = notPlanned.find(({ reason }) => reason === 'refused')!;
    const path = join(test.folder, '..', 'refused.pdf');
    Object.assign(test.store.options, { print: ({ html }: PrintedPage) => Promise.resolve(Buffer.from(html)) });
    const question = { scope: { unitId }, lastMonth, plan: noChange, compare: [], jobId: newJob() };
    await test.call('plans.print', { ...question, file: test.grant(path), locale: 'en' });
    const text = plain(readFileSync(path, 'utf8'));
    rmSync(path);
    Object.assign(test.store.options, { print: null });
    expect(text).toContain(`Units without a plan, without an estimate: ${code}.`);
    expect(text).not.toContain('If nothing changes');
  });
});

describe('vigie plan', () => {
  it('says what the page says, in figures and in words', async () => {
    const { test, lastMonth } = coordination;
    const { unitId, code } = (await project(noChange)).units[0]!;
    await recordPositions(unitId);
    const line = { unitId, from: after(1), to: null, fte: 8, funded: false, rampMonths: 0 };
    const plan: Plan = { ...noChange, lines: [line], agreementEnds: after(6), renewed: false };
    await test.call('plans.save', { name: 'End', scope: all, plan });
    const expected = await project(plan);
    await choosePassphrase(test);
    // What the test on earlier months said is kept for the next process.
    await endKeeping(test.store);
    test.store.close();
    const access = ['--workspace', test.folder, '--login', 'coordinator', '--last-month', lastMonth];
    const json = await vigie(['plan', '--all', '--plan', 'End', ...access, '--json']);
    expect((JSON.parse(json.out) as { value: unknown }).value).toEqual(expected);
    const { out, exitCode } = await vigie(['plan', '--all', '--plan', 'End', ...access, '--lang', 'fr']);
    const more = new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 0 }).format(
      expected.renewal!.more[2]!.files.p50,
    );
    expect([exitCode, out.includes('sans renouvellement'), out.includes(`${more} de plus`)]).toEqual([0, true, true]);
    expect(out).toContain(`${code} (25\u00a0%)`);
    const experience = expected.tested!.filter(({ verdict }) => verdict !== 'passed');
    // Which units fail follows from their draws, which follow from identifiers that are new each time.
    expect(out.includes('À titre indicatif seulement')).toBe(experience.length > 0);
    for (const { code: of, missed, forecasts } of experience) expect(out).toContain(`${of} (${missed}/${forecasts})`);
    const set = ['--vacancies', '1', '--renewed', '--json'];
    const empty = await vigie(['plan', '--all', '--plan', 'End', ...set, ...access]);
    const { value } = JSON.parse(empty.out) as { value: typeof expected };
    expect(value.drawn).toEqual(value.noChange);
    const missing = await vigie(['plan', '--all', '--plan', 'Other', ...access]);
    expect([missing.exitCode, missing.err.includes('Other')]).toEqual([2, true]);
    const unprinted = await vigie(['plan', '--all', '--pdf', `${test.folder}.pdf`, ...access]);
    expect([unprinted.exitCode, unprinted.err.includes('--cli')]).toEqual([2, true]);
  });
});
