import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { newSender, quarterOne, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

let which: { readonly agreementId: never; readonly quarter: typeof quarterTwo };
const sender = newSender();

beforeEach(async () => {
  // Arrests from 6 to 18.
  const cells = wholeCells(sender.unitId, '2026-01' as Month, '2026-09' as Month, (month, measure) =>
    measure === 'arrests' && month === '2026-08' ? 14 : undefined,
  );
  await coordination.receive(sender, quarterTwo, 10, cells);
  which = { agreementId: (await coordination.agreementFor([sender])) as never, quarter: quarterTwo };
});

const text = { en: 'A long project ended in arrests.', fr: 'Un long projet s’est soldé par des arrestations.' };
const arrests = { code: 'C3', unitCode: 'U01' };
const explain = (given: { en: string; fr: string }, version: number | null) =>
  coordination.test.call('returns.explain', { ...which, ...arrests, text: given, version });
const prepare = () => coordination.test.call('returns.prepare', { ...which, jobId: randomUUID() });
const blocking = async () => (await prepare()).content.checks.filter((each) => each.blocking);

describe('an explanation', () => {
  it('is asked for until it stands in both languages, and is then in the return', async () => {
    expect(await blocking()).toMatchObject([
      { code: 'large_change', unitCode: 'U01', measures: ['C3'], languages: ['en', 'fr'], mend: 'explain' },
    ]);
    expect(await explain({ en: text.en, fr: '' }, null)).toEqual({ version: 1 });
    expect(await blocking()).toMatchObject([{ code: 'large_change', languages: ['fr'] }]);
    expect(await explain(text, 1)).toEqual({ version: 2 });
    expect(await blocking()).toEqual([]);
    expect((await prepare()).content.explanations).toEqual([{ ...arrests, text }]);
    expect((await coordination.test.call('returns.texts', which)).explanations).toEqual([
      { ...arrests, text, version: 2, savedAt: expect.any(Number) as number, savedBy: 'Coordinator' },
    ]);
  });

  it('is never written over by one who did not see it', async () => {
    await explain(text, null);
    for (const version of [null, 2])
      expect(
        await coordination.test.refusal('returns.explain', {
          ...which,
          ...arrests,
          text: { en: 'Other.', fr: 'Autre.' },
          version,
        }),
      ).toEqual({ code: 'conflict', reason: 'version_conflict' });
    expect((await prepare()).content.explanations).toEqual([{ ...arrests, text }]);
  });

  it('stays with its quarter; the next one has it at hand and does not take it', async () => {
    await coordination.test.call('returns.explain', {
      ...which,
      quarter: quarterOne,
      ...arrests,
      text,
      version: null,
    });
    const { explanations, before } = await coordination.test.call('returns.texts', which);
    expect(explanations).toEqual([]);
    expect(before.explanations).toEqual([{ ...arrests, text }]);
    expect((await prepare()).content.explanations).toEqual([]);
    expect(await blocking()).toHaveLength(1);
  });

  it('is of a figure that there is, and hides no file', async () => {
    const { refusal } = coordination.test;
    const input = { ...which, ...arrests, text, version: null };
    expect(await refusal('returns.explain', { ...input, code: 'Z9' })).toEqual({ code: 'not_found' });
    expect(await refusal('returns.explain', { ...input, unitCode: 'U77' })).toMatchObject({ reason: 'unknown_unit' });
    expect(await refusal('returns.explain', { ...input, agreementId: randomUUID() })).toEqual({
      code: 'not_found',
    });
    const hidden = { ...text, en: 'A'.repeat(400) };
    expect(await refusal('returns.explain', { ...input, text: hidden })).toMatchObject({ code: 'invalid_input' });
    const long = { ...text, en: 'a '.repeat(900) };
    expect(await refusal('returns.explain', { ...input, text: long })).toMatchObject({ code: 'invalid_input' });
  });

  it('leaves in the audit that it was written, and no word of it', async () => {
    await explain(text, null);
    const { raw } = coordination.test.store.requireUnlocked();
    const entries = raw.prepare('SELECT * FROM audit_entry').all() as Record<string, unknown>[];
    const all = JSON.stringify(entries);
    expect(all).toContain('returns.explain');
    expect(all).not.toContain('long project');
  });
});

describe('the same words for several changes', () => {
  it('are written for a unit and the agreement at once, and for none where one was changed meanwhile', async () => {
    const { call, refusal } = coordination.test;
    const [unit, all] = [
      { code: 'R1', unitCode: 'U01', version: null },
      { code: 'R1', unitCode: null, version: null },
    ];
    expect(await call('returns.explainSeveral', { ...which, figures: [unit, all], text })).toEqual({ figures: 2 });
    const held = async () =>
      (await call('returns.texts', which)).explanations.map((each) => [each.unitCode, each.text.en, each.version]);
    expect(await held()).toEqual([
      [null, text.en, 1],
      ['U01', text.en, 1],
    ]);
    const later = { en: 'Another reason.', fr: 'Un autre motif.' };
    const figures = [{ ...unit, version: 1 }, all];
    expect(await refusal('returns.explainSeveral', { ...which, figures, text: later })).toMatchObject({
      reason: 'version_conflict',
    });
    expect((await held()).map(([, en]) => en)).toEqual([text.en, text.en]);
  });

  it('leave the words that were written for one figure, and fill in the language that it lacks', async () => {
    const { call } = coordination.test;
    const own = { en: 'Two officers came back from leave.', fr: '' };
    const whole = { en: 'A count was corrected.', fr: 'Un décompte a été corrigé.' };
    await explain(own, null);
    await call('returns.explain', { ...which, code: 'R1', unitCode: 'U01', text: whole, version: null });
    const figures = [
      { ...arrests, version: 1 },
      { code: 'R1', unitCode: 'U01', version: 1 },
      { code: 'R1', unitCode: null, version: null },
    ];
    expect(await call('returns.explainSeveral', { ...which, figures, text })).toEqual({ figures: 2 });
    const { explanations } = await call('returns.texts', which);
    expect(explanations.map(({ code, unitCode, text: words, version }) => [code, unitCode, words, version])).toEqual([
      ['C3', 'U01', { en: own.en, fr: text.fr }, 2],
      ['R1', null, text, 1],
      ['R1', 'U01', whole, 1],
    ]);
  });
});

describe('the narrative, the actuals and the attestations', () => {
  it('are in the return as they were written', async () => {
    const { call } = coordination.test;
    await explain(text, null);
    await call('returns.narrate', { ...which, section: 'risks', text, version: null });
    await call('returns.setActuals', { ...which, status: 'final', version: null });
    const attestation = { name: 'B. Fictif', title: 'Comptroller', on: '2026-10-20' as never };
    await call('returns.attest', { ...which, sequence: 1, role: 'finance', attestation, version: null });
    const { content } = await prepare();
    const blank = { en: '', fr: '' };
    expect(content).toMatchObject({
      narrative: { progress: blank, risks: text, events: blank },
      actualsStatus: 'final',
      attestations: [{ role: 'finance', ...attestation }],
      restatement: null,
    });
    expect(content.checks.map(({ code, part, blocking: blocks }) => [code, part, blocks])).toEqual([
      ['attestation_missing', 'unit', true],
      ['not_entered', null, false],
      ['narrative_missing', 'progress', false],
      ['narrative_missing', 'events', false],
    ]);
  });

  it('can be withdrawn by who saw them, and are of the version in preparation alone', async () => {
    const { call, refusal } = coordination.test;
    const attestation = { name: 'B. Fictif', title: 'Comptroller', on: '2026-10-20' as never };
    const one = { ...which, sequence: 1, role: 'unit', attestation } as const;
    await call('returns.attest', { ...one, version: null });
    expect(await refusal('returns.attest', { ...one, attestation: null, version: null })).toMatchObject({
      reason: 'version_conflict',
    });
    expect(await call('returns.attest', { ...one, attestation: null, version: 1 })).toEqual({ version: null });
    expect((await prepare()).content.attestations).toEqual([]);
    expect(await refusal('returns.attest', { ...one, sequence: 2, version: null })).toMatchObject({
      reason: 'return_locked',
    });
  });
});
