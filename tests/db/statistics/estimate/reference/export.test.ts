import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { addMonths } from '#contract/ground/dates';
import type { FileGrant } from '#contract/ground/ids';
import { verifyReferenceBytes } from '../../../../../db/statistics/estimate/reference/verify.ts';
import { auditEntry } from '../../../../../db/ground/schema/common/audit.ts';
import { builtAgreeing } from '../../../../support/buildReader.ts';
import { isWhole } from '../../../../support/whole.ts';
import { coordinationOf, newJob, panelsOf, unitWorkspaceOf, type Laboratory } from './support.ts';
import { ofFile } from '../../../../support/fixtures/make.ts';

const { it, made: coordination } = ofFile(() => coordinationOf(panels));

const panels = panelsOf(10, 30);
let path: string;
let exported: Awaited<ReturnType<typeof send>>;

function send({ test, lastMonth }: Laboratory, to: string) {
  return test.call('reference.export', { lastMonth, jobId: newJob(), file: test.grant(to) });
}

async function audited({ test }: Laboratory) {
  const rows = await test.store.requireUnlocked().read.select().from(auditEntry);
  return rows.filter((row) => row.method.startsWith('reference.'));
}

it.beforeAll(async () => {
  // Of chains that do not agree no reference is made.
  Object.assign(coordination.test.store.options, { workerPath: builtAgreeing });
  path = join(coordination.test.parent, 'all.vigieref');
  exported = await send(coordination, path);
  // The whole model is fitted once.
});

describe('the reference of ten units', () => {
  it('says what they share and when, is signed, and is audited', async () => {
    const bytes = readFileSync(path);
    const { payload, fingerprint, sha256 } = verifyReferenceBytes(bytes);
    expect(exported).toEqual({ fingerprint, sha256, bytes: bytes.length, units: 10, months: 30 });
    const { draws, ...rest } = payload.reference;
    expect(rest).toEqual({ firstMonth: panels[0]!.months[0], months: 30, units: 10 });
    expect(draws).toHaveLength(350);
    expect(payload.lastMonth).toBe(coordination.lastMonth);
    const centres = draws.map((draw) => draw.centre).sort((a, b) => a - b);
    // The draws are a part of those that the summary is made of.
    expect(Math.abs(payload.productivity.p50 - centres[175]!)).toBeLessThan(0.1);
    const [entry] = await audited(coordination);
    expect([entry?.method, JSON.parse(entry!.facts)]).toEqual(['reference.export', { sha256, units: 10, months: 30 }]);
  });

  it('names no unit', () => {
    const text = readFileSync(path, 'utf8');
    expect(coordination.unitIds.filter((id) => text.includes(id))).toEqual([]);
  });

  it('says the same of the same figures', async () => {
    const again = join(coordination.test.parent, 'again.vigieref');
    await send(coordination, again);
    const [first, second] = [path, again].map((each) => verifyReferenceBytes(readFileSync(each)).payload);
    expect({ ...second, exportedAt: first!.exportedAt }).toEqual(first);
  });

  it('gives a workspace of one unit what it cannot tell by itself', async () => {
    const unit = await unitWorkspaceOf(panels.find((panel) => panel.fteFunded.some((fte) => fte !== null && fte > 0))!);
    try {
      const { test, unitIds, lastMonth } = unit;
      const look = () =>
        test.call('counterfactual.run', {
          scope: { unitId: unitIds[0]! },
          lastMonth,
          assumptions: defaultAssumptions,
          jobId: newJob(),
        });
      const alone = await look();
      const file = test.grant(path);
      const { id } = await test.call('reference.import', { file, confirmFingerprint: exported.fingerprint });
      const helped = await look();
      await test.call('reference.remove', { id });
      const after = await look();
      expect([alone.basis, helped.basis, after.basis]).toEqual(['prior', 'reference', 'prior']);
      expect([alone.fromMemory, helped.fromMemory, after.fromMemory]).toEqual([false, false, true]);
      expect(helped.inputsHash).not.toBe(alone.inputsHash);
      expect(after.inputsHash).toBe(alone.inputsHash);
      const { productivity } = verifyReferenceBytes(readFileSync(path)).payload;
      expect(Math.abs(helped.fit!.productivity.p50 - productivity.p50)).toBeLessThan(0.1);
      expect(helped.draws).toBe(350);
    } finally {
      unit.test.dispose();
    }
  });
});

describe('a reference that is stopped while it is made', () => {
  it('writes no file and leaves no trace', async () => {
    const { test, lastMonth } = coordination;
    const before = (await audited(coordination)).length;
    const to = join(test.parent, 'stopped.vigieref');
    const input = { lastMonth: addMonths(lastMonth, -1), jobId: newJob(), file: test.grant(to) as FileGrant };
    test.store.cancelled.add(input.jobId);
    expect(await test.refusal('reference.export', input)).toEqual({ code: 'cancelled' });
    expect([existsSync(to), (await audited(coordination)).length]).toEqual([false, before]);
  });
});

describe('units that cannot tell by themselves', () => {
  it.each([
    ['nine units', panelsOf(9, 30)] as const,
    // Their chains run before the file is found to be of too few months.
    ...(isWhole
      ? [['ten units of eleven months', panelsOf(10, 30).map((panel) => lastMonths(panel, 11))] as const]
      : []),
  ])('make no reference: %s', async (_, few) => {
    const small = await coordinationOf(few);
    try {
      const to = join(small.test.parent, 'small.vigieref');
      const input = { lastMonth: small.lastMonth, jobId: newJob(), file: small.test.grant(to) as FileGrant };
      expect(await small.test.refusal('reference.export', input)).toEqual({
        code: 'conflict',
        reason: 'reference_not_estimable',
      });
      const outcomes = (await audited(small)).map((entry) => entry.outcome);
      expect([existsSync(to), outcomes]).toEqual([false, ['refused']]);
    } finally {
      small.test.dispose();
    }
  });
});

function lastMonths(panel: (typeof panels)[number], count: number): (typeof panels)[number] {
  const entries = Object.entries(panel).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.slice(-count) : value,
  ]);
  return Object.fromEntries(entries) as (typeof panels)[number];
}
