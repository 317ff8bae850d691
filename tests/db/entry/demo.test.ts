import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadDemonstration } from '../../../db/entry/demo/load.ts';
import { prepareDemonstration } from '../../../db/entry/demo/prepare.ts';
import { differences } from '../../../db/entry/demo/ship.ts';
import { shippedFrom } from '../../../db/entry/demo/shipped.ts';
import { demonstrationPassphrase } from '../../../db/entry/demo/signIns.ts';
import { demonstrationDays } from '../../../db/entry/demo/days.ts';
import { Builder } from '../../../db/entry/demo/session.ts';
import type { CivilDate } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { assembleContent } from '../../../db/reporting/returns/assemble.ts';
import { dayOf } from '../../../db/ground/kernel/days.ts';
import { canonicalJson } from '../../../db/ground/kernel/canonicalJson.ts';
import { sha256 } from '../../../db/ground/kernel/signing.ts';
import { fixedClock, type Clock } from '../../../db/ground/kernel/clock.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { processes } from '../../support/store.ts';
import { brokenDates, linkedDates } from '../../support/linkedDates.ts';
import { readLinked } from '../../support/linkedRows.ts';
import { isWhole } from '../../support/whole.ts';
import { valuesDigest } from '../../../scripts/demo/valuesDigest.mjs';

const { reportedQuarter } = demonstrationDays();
const parent = mkdtempSync(join(tmpdir(), 'vigie-demo-'));
const shipped = shippedFrom(resolve(import.meta.dirname, '../../../db/entry'));
const job = { progress: () => undefined, checkpoint: () => undefined, breathe: () => Promise.resolve() };

async function signedIn(folder: string, login: string, clock?: Clock): Promise<Builder> {
  const builder = new Builder(`look ${login}`, processes);
  if (clock) Object.assign(builder.store.options, { clock });
  openFolder(builder.store, join(parent, folder));
  await builder.call('session.signIn', { login, passphrase: demonstrationPassphrase });
  return builder;
}

beforeAll(async () => {
  await loadDemonstration(shipped, parent, job, false);
});
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

// What is built again takes a minute and a half on a quiet machine.
describe('the demonstration', { timeout: 600_000 }, () => {
  it('is the same on every date: its day, its deadlines, its inbox and the last month of its estimate', async () => {
    const seen = [];
    for (const realDay of ['2026-11-20', '2026-12-01', '2027-02-03'] as CivilDate[]) {
      const builder = await signedIn('Demonstration - unit.vigie', 'superviseure', fixedClock(realDay));
      const { units } = await builder.call('units.list', {});
      const { now } = await builder.call('clock.state', {});
      const { rows, total } = await builder.call('due.list', { filter: {} });
      const waiting = await builder.call('referrals.waiting', {});
      const counts = await builder.call('due.counts', { filter: { unitId: units[0]!.id } });
      const inbox = await builder.call('referrals.list', {
        ...{ filter: {}, sort: { column: 'inbox', descending: false }, from: { at: 'start' }, size: 20 },
      } as never);
      seen.push({
        day: dayOf(now),
        due: rows.map(({ daysLeft, dueOn }) => [dueOn, daysLeft]),
        total,
        waiting,
        counts,
        inbox,
      });
      builder.store.close();
    }
    expect(seen[0]!.day).toBe('2026-11-20');
    for (const each of seen.slice(1)) expect(each).toEqual(seen[0]);
  });

  it('has a chain of audit that holds, and packs whose signatures hold', async () => {
    for (const [folder, login] of [
      ['Demonstration - unit.vigie', 'administrateur'],
      ['Demonstration - coordination.vigie', 'administrateur'],
    ] as const) {
      const builder = await signedIn(folder, login);
      expect(await builder.call('audit.verify', {})).toMatchObject({ intact: true });
      builder.store.close();
    }
    const builder = await signedIn('Demonstration - coordination.vigie', 'coordonnatrice');
    for (const name of readdirSync(join(parent, 'packs'))) {
      const found = await builder.call('packs.inspect', { file: builder.grant(join(parent, 'packs', name)) });
      expect([name, found.keyConfirmed, found.alreadyHeld]).toEqual([name, true, true]);
    }
    builder.store.close();
  });

  it('is left as it is, and built again where that is asked', async () => {
    const keys = join(parent, 'Demonstration - unit.vigie', 'keys.json');
    rmSync(keys);
    await loadDemonstration(shipped, parent, job, false);
    expect(existsSync(keys)).toBe(false);
    await loadDemonstration(shipped, parent, job, true);
    (await signedIn('Demonstration - unit.vigie', 'superviseure')).store.close();
  });

  it.runIf(isWhole)('is what the builder makes today', async () => {
    // The day of a deadline ends at midnight where the user of the demonstration sits (`npm run demo:build`).
    vi.stubEnv('TZ', 'America/Toronto');
    const built = mkdtempSync(join(tmpdir(), 'vigie-demo-built-'));
    try {
      await prepareDemonstration(built, processes, job);
      expect(await differences(built, shipped)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(built, { recursive: true, force: true });
    }
  });

  it('has a unit with the volume and the balance of a real one', async () => {
    const builder = await signedIn('Demonstration - unit.vigie', 'superviseure');
    const { raw } = builder.store.requireUnlocked();
    const count = (table: string): number => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    expect([count('referral') > 11_000, count('referral') < 13_000]).toEqual([true, true]);
    expect(count('investigation')).toBeGreaterThan(4_500);
    expect(count('charge')).toBeGreaterThan(1_000);
    const board = await builder.call('backlog.board', { from: '2019-04', to: '2026-11' });
    const open = raw
      .prepare(
        `SELECT (SELECT count(*) FROM referral WHERE open = 1) + (SELECT count(*) FROM investigation WHERE open = 1 AND waiting <> 'crown_or_court')`,
      )
      .pluck()
      .get();
    expect([board.total.closing, board.total.balanced]).toEqual([open, true]);
    builder.store.close();
  });

  it('has legal dates in every team: past, near and far, each under a fictitious authority', async () => {
    const builder = await signedIn('Demonstration - unit.vigie', 'superviseure');
    const { units } = await builder.call('units.list', {});
    for (const unit of units) {
      const counts = await builder.call('due.counts', { filter: { unitId: unit.id } });
      const { rows } = await builder.call('due.list', { filter: { unitId: unit.id } });
      expect([counts.overdue > 1, counts.reminder > 3, rows.length > 15]).toEqual([true, true, true]);
    }
    const { raw } = builder.store.requireUnlocked();
    const texts = raw.prepare('SELECT concerning FROM authority WHERE concerning IS NOT NULL').pluck().all();
    for (const text of texts) expect(text).toMatch(/^\(Fictif \/ Fictitious\)/);
    builder.store.close();
  });

  it('keeps every pair of dates that the law links in its order, with those of authorities, devices and papers', async () => {
    const builder = await signedIn('Demonstration - unit.vigie', 'superviseure');
    const pairs = linkedDates(await readLinked(builder.store.requireUnlocked().read));
    expect(brokenDates(pairs)).toEqual([]);
    expect(new Set(pairs.map(({ what }) => what)).size).toBe(60);
    builder.store.close();
  });

  it('has a disclosure pack and an access extract in preparation, which the officer who leaves hands over', async () => {
    const builder = await signedIn('Demonstration - unit.vigie', 'superviseure');
    const { users } = await builder.call('users.directory', {});
    const leaving = users.find(({ displayName }) => displayName === 'Marc Exemple')!.id;
    const { units } = await builder.call('units.list', {});
    for (const { id: unitId } of units) {
      const { papers } = await builder.call('handover.get', { unitId, userId: leaving });
      expect(papers.map(({ kind }) => kind).toSorted()).toEqual(['access', 'crown']);
      for (const { investigationId, id: paperId, reference } of papers) {
        expect(reference).toContain('fictif');
        const { records } = await builder.call('papers.get', { investigationId, paperId });
        expect(new Set(records.map(({ treatment }) => treatment)).has('left_out')).toBe(true);
        expect(records.some(({ isStale }) => isStale)).toBe(false);
      }
    }
    builder.store.close();
  });

  it('has a coordination workspace of 30 units under six agreements, some with gaps', async () => {
    const builder = await signedIn('Demonstration - coordination.vigie', 'coordonnatrice');
    const { agreements } = await builder.call('agreements.list', {});
    expect(agreements.map((each) => each.units.length)).toEqual([5, 5, 5, 5, 5, 5]);
    const { packs } = await builder.call('packs.list', {});
    expect([packs.length, packs.every((pack) => pack.quarter.fiscalYear === reportedQuarter.fiscalYear)]).toEqual([
      28,
      true,
    ]);
    const board = await builder.call('backlog.board', { from: '2024-10', to: '2026-09' });
    expect([board.units.length, board.unitsCovered]).toEqual([30, 30]);
    builder.store.close();
  });

  it('reports a quarter that can be locked, its explanations and attestations marked as fictitious', async () => {
    const builder = await signedIn('Demonstration - coordination.vigie', 'coordonnatrice');
    const { agreements } = await builder.call('agreements.list', {});
    const contents = [];
    for (const { id } of agreements)
      contents.push(
        await assembleContent(builder.store.requireUnlocked().read, id, reportedQuarter, () => Promise.resolve(null)),
      );
    // Words may change; where this does, a figure, a month or a cell has. The estimate is pinned with the exported files.
    const figures = contents.map(({ values, ledger, panel }) => [
      values.map(({ code, unitCode, value, numerator, denominator, previous }) => [
        ...[code, unitCode, value, numerator, denominator, previous],
      ]),
      ledger,
      panel.map((cell) => Object.values(cell)),
    ]);
    expect(sha256(canonicalJson(figures)).slice(0, 16)).toBe('05790e2ecd79ab84');
    const written = ['large_change', 'narrative_missing', 'attestation_missing'];
    const missing = contents.map(({ checks }) => checks.filter((each) => written.includes(each.code)).length > 0);
    expect(missing).toEqual([false, false, false, false, false, true]);
    expect(contents[0]!.checks.filter((each) => each.blocking)).toEqual([]);
    const [{ explanations, narrative, attestations }] = contents as [ReturnContent];
    expect([explanations.length > 0, attestations.length]).toEqual([true, 2]);
    for (const text of [...explanations.map((each) => each.text), ...Object.values(narrative)])
      expect([text.en, text.fr]).toEqual([
        expect.stringMatching(/^\(Fictitious\) /),
        expect.stringMatching(/^\(Fictif\) /),
      ]);
    for (const { title } of attestations) expect(title).toContain('fictif');
    builder.store.close();
  });

  it.runIf(isWhole)('estimates all but named units, and exports the same codes, periods and values', async () => {
    const builder = await signedIn('Demonstration - coordination.vigie', 'coordonnatrice');
    const { agreements } = await builder.call('agreements.list', {});
    const jobId = builder.store.options.newId() as never;
    const which = { agreementId: agreements[0]!.id, quarter: reportedQuarter, jobId };
    const { contentHash } = await builder.call('returns.prepare', which);
    const locked = await builder.call('returns.lock', { ...which, contentHash });
    // What the return was prepared with: it is not estimated a second time.
    const national = await builder.call('counterfactual.run', {
      scope: { all: true },
      lastMonth: '2026-09',
      assumptions: { rampMonths: null, overtimeProductivity: 1, substitutionShare: 0, inducedInflowShare: 0 },
      jobId,
    });
    const refused = national.units.filter((each) => each.result.status === 'refused').map((each) => each.code);
    expect(refused).toContain('U17');
    expect(national.total?.unitsCovered).toBe(30 - refused.length);
    const outbox = mkdtempSync(join(tmpdir(), 'vigie-demo-return-'));
    try {
      const { folderName } = await builder.call('returns.export', {
        returnId: locked.id,
        folder: builder.grant(outbox),
      });
      // Other words leave it as it is: where it changes, a figure, a period or a code has changed.
      expect(valuesDigest(join(outbox, folderName))).toBe('7fc37df1b83e2a0c');
    } finally {
      rmSync(outbox, { recursive: true, force: true });
      builder.store.close();
    }
  });

  it('keeps nothing half built beside them', () => {
    expect(readdirSync(parent).sort()).toEqual([
      'Demonstration - coordination.vigie',
      'Demonstration - unit.vigie',
      'packs',
      'sample',
    ]);
  });
});
