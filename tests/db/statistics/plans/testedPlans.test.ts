import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { PrintedPage } from '#contract/ground/printedPage';
import { noChange, type Plan } from '#contract/statistics/plans';
import { auditEntry } from '../../../../db/ground/schema/common/audit.ts';
import { endKeeping } from '../../../../db/store/keep.ts';
import { choosePassphrase } from '../../../support/store.ts';
import { vigie } from '../../entry/cli/support.ts';
import { newJob } from '../estimate/reference/support.ts';
import { all, plannedUnits } from './plannedUnits.ts';
import { ofFile } from '../../../support/fixtures/make.ts';

const { it, made: coordination } = ofFile(plannedUnits);

describe('a search for staff', () => {
  it('finds the staff that a backlog needs, as the projection with that staff has it', async () => {
    // The test on earlier months takes long: a projection tells what it said, and never makes it.
    expect((await coordination.project(noChange)).tested).toBeNull();
    const { units: tried, ahead12 } = await coordination.test.call('plans.backtest', {
      ...{ scope: all, lastMonth: coordination.lastMonth, jobId: newJob() },
    });
    expect([tried.length, ahead12!.forecasts > 50]).toEqual([coordination.unitIds.length, true]);
    const { tested, units: planned } = await coordination.project(noChange);
    const isPlanned = (unitId: string) => planned.some((each) => each.unitId === unitId);
    expect(tested).toEqual(tried.filter(({ unitId }) => isPlanned(unitId)));
    expect((await coordination.project(noChange, { unitId: planned[0]!.unitId })).tested).toMatchObject([
      { code: planned[0]!.code },
    ]);
    const codes = tried.map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    const passed = tried.filter(({ verdict }) => verdict === 'passed').map(({ unitId }) => unitId);
    const unit = (await coordination.project(noChange)).units.find(({ unitId }) => passed.includes(unitId));
    const search = { from: coordination.after(2), by: coordination.after(24), target: unit!.backlog, probability: 0.8 };
    const question = { scope: { unitId: unit!.unitId }, lastMonth: coordination.lastMonth, plan: noChange, search };
    const { found, refusal } = await coordination.test.call('plans.findStaff', { ...question, jobId: newJob() });
    expect([found === null, refusal]).toEqual([false, null]);
    for (const { unitId, verdict } of tried.filter((each) => each.verdict !== 'passed')) {
      const asked = { ...question, scope: { unitId }, jobId: newJob() };
      const refused = await coordination.test.call('plans.findStaff', asked);
      expect(['not_planned', `backtest_${verdict}`]).toContain(refused.refusal);
    }
    const past = { unitId: unit!.unitId, from: coordination.after(0), to: null, fte: 3, funded: true, rampMonths: 0 };
    const gone = { ...question, plan: { ...noChange, lines: [past] }, jobId: newJob() };
    expect((await coordination.test.call('plans.findStaff', gone)).found).toEqual(found);
    const late = { ...question, search: { ...search, by: coordination.after(40) }, jobId: newJob() };
    expect(await coordination.test.refusal('plans.findStaff', late)).toEqual({ code: 'invalid_input' });
    if (found!.fte === null) expect(found!.probabilityWithMost).toBeLessThan(0.8);
    else expect(found!.probability).toBeGreaterThanOrEqual(0.8);
  });
});

describe('the annex of a plan', () => {
  const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const count = (value: number, tag: string): string =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(value).replace(/\s/g, ' ');

  it('prints in each language the figures of the projection and of the backtest, and is audited by its digest', async () => {
    const { test, lastMonth } = coordination;
    const folder = mkdtempSync(join(tmpdir(), 'vigie-annex-'));
    const plan: Plan = { ...noChange, agreementEnds: coordination.after(6), renewed: false, growth: 0.1 };
    const [expected, tested] = [
      await coordination.project(plan),
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
    rmSync(folder, { recursive: true });
  });

  it('says without figures why nothing can be planned', async () => {
    const { test, lastMonth } = coordination;
    const { notPlanned } = await coordination.project(noChange);
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
    const { unitId, code } = (await coordination.project(noChange)).units[0]!;
    await coordination.recordPositions(unitId);
    const line = { unitId, from: coordination.after(1), to: null, fte: 8, funded: false, rampMonths: 0 };
    const plan: Plan = { ...noChange, lines: [line], agreementEnds: coordination.after(6), renewed: false };
    await test.call('plans.save', { name: 'End', scope: all, plan });
    const expected = await coordination.project(plan);
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
