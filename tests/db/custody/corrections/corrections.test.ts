import { describe, expect } from 'vitest';
import type { CaseFile } from '#contract/ground/ids';
import type { Quarter } from '#contract/ground/dates';
import type { Input } from '#contract/index';
import { authorityInput, noFacts } from '../../../support/authorities.ts';
import { replacedFields } from '#contract/casework/corrections';
import { reason, struck } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, investigationId, file } from '../../../support/fixtures/investigation.ts';

const months = async (...measures: readonly string[]) =>
  (
    await stored<{ key: string }>(
      test,
      `SELECT measure || ' ' || month || ' ' || CAST(value AS INTEGER) AS key FROM unit_month WHERE value <> 0 AND measure IN (${measures.map((each) => `'${each}'`).join(', ')}) ORDER BY 1`,
    )
  ).map(({ key }) => key);
const corrections = async (of = file) => (await test.call('corrections.list', { file: of })).corrections;
const detail = () => test.call('investigations.get', { investigationId });
const arrest = async (arrestedOn: string) => {
  await test.call('arrests.record', { investigationId, arrestedOn, youth: false });
  const { arrests } = await detail();
  return { investigationId, arrestId: arrests.at(-1)!.id };
};
const charge = async (given: Partial<Input<'charges.record'>> = {}) => {
  const facts = { laidOn: '2026-10-08', section: '163.1(4)', counts: 2, stage: 'laid' } as const;
  await test.call('charges.record', { investigationId, ...facts, ...given });
  return { investigationId, chargeId: (await detail()).charges.at(-1)!.id };
};
const needsReason = { code: 'invalid_input', reason: 'correction_needs_reason' };

describe('an arrest', () => {
  it('is put right with a reason, counts in its month, and keeps what it said', async () => {
    const of = await arrest('2026-10-07');
    expect(await test.refusal('arrests.change', { ...of, version: 1, arrestedOn: '2026-09-07' })).toEqual(needsReason);
    expect(await months('arrests')).toEqual(['arrests 2026-10 1']);
    await test.call('arrests.change', { ...of, version: 1, arrestedOn: '2026-09-07', reason });
    expect(await months('arrests')).toEqual(['arrests 2026-09 1']);
    expect(await corrections()).toMatchObject([
      {
        act: 'corrected',
        record: 'arrest',
        recordId: of.arrestId,
        changes: [{ field: 'arrestedOn', before: { en: '2026-10-07' }, after: { en: '2026-09-07' } }],
        reason,
        mayRestore: false,
      },
    ]);
  });

  it('that was entered twice is taken out, stays listed, and can be put back', async () => {
    const of = await arrest('2026-10-07');
    await arrest('2026-10-07');
    await test.call('corrections.strike', struck(file, 'arrest', of.arrestId));
    expect(await months('arrests')).toEqual(['arrests 2026-10 1']);
    expect((await detail()).arrests).toHaveLength(1);
    const [listed] = await corrections();
    expect(listed).toMatchObject({ act: 'entered_in_error', mayRestore: true });
    expect(listed?.changes).toContainEqual({
      field: 'arrestedOn',
      before: { en: '2026-10-07', fr: '2026-10-07' },
      after: null,
    });
    await test.call('corrections.restore', { file, correctionId: listed!.id, reason });
    expect(await months('arrests')).toEqual(['arrests 2026-10 2']);
    expect((await corrections()).map(({ act, mayRestore }) => [act, mayRestore])).toEqual([
      ['restored', false],
      ['entered_in_error', false],
    ]);
    expect(await test.refusal('corrections.restore', { file, correctionId: listed!.id, reason })).toEqual({
      code: 'conflict',
      reason: 'correction_put_back',
    });
  });
});

describe('a charge', () => {
  it('is put right in its section, counts, days and stage', async () => {
    const { id: personId } = await test.call('persons.add', personInput(file, 'subject', { ageBand: '18_plus' }));
    const of = await charge({ personId });
    await test.call('charges.change', {
      ...{ ...of, version: 1, reason },
      ...{ section: '172.1(1)', counts: 3, laidOn: '2026-09-30', recommendedOn: '2026-09-20' },
    });
    expect(await months('charges_laid', 'persons_charged')).toEqual([
      'charges_laid 2026-09 3',
      'persons_charged 2026-09 1',
    ]);
    await test.call('charges.change', { ...of, version: 2, reason, stage: 'approved' });
    expect(await months('charges_laid', 'persons_charged')).toEqual([]);
    expect((await corrections()).map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ['stage'],
      ['section', 'counts', 'stageOn', 'recommendedOn'],
    ]);
  });

  it('that goes on after a correction makes nothing more of who put it right', async () => {
    const of = await charge();
    await test.call('charges.change', { ...of, version: 1, reason, section: '172.1(1)' });
    const outcome = { disposition: 'withdrawn', disposedOn: '2026-10-20' } as const;
    await test.call('charges.dispose', { ...of, version: 2, outcome });
    expect((await corrections()).map(({ changes }) => changes)).toEqual([
      [
        {
          field: 'section',
          before: { en: '163.1(4)', fr: '163.1(4)' },
          after: { en: '172.1(1)', fr: '172.1(1)' },
        },
      ],
    ]);
  });

  it('keeps its stages in order, and its outcome after it', async () => {
    const of = await charge();
    const outcome = { disposition: 'withdrawn', disposedOn: '2026-10-20' } as const;
    await test.call('charges.dispose', { ...of, version: 1, outcome });
    const change = { ...of, version: 2, reason };
    for (const wrong of [{ laidOn: '2026-10-21' }, { recommendedOn: '2026-10-09' }, { approvedOn: '2026-10-09' }])
      expect(await test.refusal('charges.change', { ...change, ...wrong })).toEqual({
        code: 'invalid_input',
        reason: 'date_after_next',
      });
    expect(await test.refusal('charges.change', { ...change, stage: 'approved' })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    const later = { ...outcome, disposedOn: '2026-10-22' };
    expect(await test.refusal('charges.dispose', { ...of, version: 2, outcome: later })).toEqual(needsReason);
    await test.call('charges.dispose', { ...of, version: 2, outcome: later, reason });
    expect(await months('dispositions')).toEqual(['dispositions 2026-10 2']);
  });
});

describe('the day of receipt and the source of a referral', () => {
  const log = (receivedOn: string) => test.call('referrals.log', { unitId, source: 'public', receivedOn });
  const edit = async (referralId: Awaited<ReturnType<typeof log>>['id'], given: Partial<Input<'referrals.edit'>>) => {
    const { referral } = await test.call('referrals.get', { referralId });
    const same = { externalNumber: null, priorityReceived: null, summary: null };
    return { referralId, version: referral.version, ...same, ...given };
  };

  it('are put right, and the ledger follows', async () => {
    const { id } = await log('2026-10-31');
    const of: CaseFile = { kind: 'referral', id };
    const change = await edit(id, { receivedOn: '2026-09-30', source: 'ncecc' });
    expect(await test.refusal('referrals.edit', change)).toEqual(needsReason);
    await test.call('referrals.edit', { ...change, reason });
    const entries = await stored<{ on_date: string; term: string }>(
      test,
      `SELECT on_date, term FROM ledger_entry WHERE file_id = '${id}'`,
    );
    expect(entries).toEqual([{ on_date: '2026-09-30', term: 'received' }]);
    const { referral } = await test.call('referrals.get', { referralId: id });
    expect(referral).toMatchObject({ receivedOn: '2026-09-30', stateOn: '2026-09-30', source: 'ncecc' });
    const [listed] = await corrections(of);
    expect(listed?.changes.map(({ field }) => field)).toEqual(['source', 'receivedOn']);
    expect(listed?.reviewDueAt).not.toBeNull();
  });

  it('of receipt is no later than the first step, and its words take no reason', async () => {
    const { id } = await log('2026-10-10');
    await test.call('referrals.assign', { referralIds: [id], userId: null, on: '2026-10-12' });
    expect(await test.refusal('referrals.edit', await edit(id, { receivedOn: '2026-10-13', reason }))).toEqual({
      code: 'invalid_input',
      reason: 'date_after_next',
    });
    await test.call('referrals.edit', await edit(id, { summary: 'One account' }));
    await test.call('referrals.edit', await edit(id, { summary: 'Two accounts' }));
    expect(await corrections({ kind: 'referral', id })).toEqual([]);
  });
});

describe('the day of opening of a file', () => {
  it('moves with the referral that it carried over', async () => {
    const { id: referralId } = await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-09-01' });
    const opened = { unitId, openedOn: '2026-10-05', referralIds: [referralId], lead: null };
    const { id } = await test.call('investigations.open', opened);
    const { investigation } = await test.call('investigations.get', { investigationId: id });
    const words = { investigationId: id, version: investigation.version, title: null, subject: null };
    expect(await test.refusal('investigations.describe', { ...words, openedOn: '2026-09-20' })).toEqual(needsReason);
    await test.call('investigations.describe', { ...words, openedOn: '2026-09-20', reason });
    const { referral } = await test.call('referrals.get', { referralId });
    expect(referral).toMatchObject({ state: 'linked', stateOn: '2026-09-20' });
    const after = await test.call('investigations.get', { investigationId: id });
    expect(after.investigation).toMatchObject({ openedOn: '2026-09-20', waitingSince: '2026-09-20' });
    expect(after.referrals).toMatchObject([{ linkedOn: '2026-09-20' }]);
    const before = { ...words, version: 2, openedOn: '2026-08-31', reason };
    expect(await test.refusal('investigations.describe', before)).toEqual({
      code: 'invalid_input',
      reason: 'date_before_previous',
    });
  });

  it('is no later than the first step after it', async () => {
    const files = [{ investigationId, version: 1 }];
    await test.call('investigations.wait', { files, state: 'provider', since: '2026-10-03' });
    const late = { investigationId, version: 2, title: null, subject: null, openedOn: '2026-10-04', reason };
    expect(await test.refusal('investigations.describe', late)).toEqual({
      code: 'invalid_input',
      reason: 'date_after_next',
    });
  });
});

describe('what is only added', () => {
  it('takes no reason; what takes the place of something recorded does', async () => {
    const { id: authorityId } = await test.call(
      'authorities.record',
      authorityInput(investigationId, 'search_warrant', '2026-10-05', { dueOn: '2026-10-09' }),
    );
    const warrant = { ...noFacts, investigationId, authorityId, startedOn: '2026-10-05', dueOn: '2026-10-09' };
    await test.call('authorities.change', { ...warrant, version: 1, doneOn: '2026-10-08' });
    const cleared = { ...warrant, version: 2, doneOn: null };
    expect(await test.refusal('authorities.change', cleared)).toEqual(needsReason);
    await test.call('authorities.change', { ...cleared, reason });
    expect((await corrections()).map(({ act, changes }) => [act, changes.map(({ field }) => field)])).toEqual([
      ['corrected', ['doneOn']],
    ]);
    const { id: personId } = await test.call('persons.add', personInput(file, 'victim'));
    const known = { ...personInput(file, 'victim', { ageBand: '12_13', name: 'Zoé' }), personId };
    await test.call('persons.change', { ...known, version: 1 });
    expect(await test.refusal('persons.change', { ...known, version: 2, ageBand: '14_15' })).toEqual(needsReason);
  });
});

describe('everyday progress', () => {
  it.each([
    ['a fuller name', { name: 'J.' }, { name: 'J. Fictif' }, false],
    ['another name', { name: 'J. Fictif' }, { name: 'J.' }, true],
    ['the case and spaces of an identifier', { value: 'Fox 22' }, { value: 'fox22' }, false],
    ['another identifier', { value: 'a.b@example.org' }, { value: 'ab@example.org' }, true],
    ['a number as somebody else writes it', { externalNumber: 'NC-1' }, { externalNumber: 'nc 1' }, false],
    ['the next laboratory', { lab: 'North' }, { lab: 'South' }, false],
    ['another section', { section: '163.1' }, { section: '163.1(4)' }, true],
  ])('%s', (_, before, after, isCorrection) => {
    expect(replacedFields(before, after).length > 0).toBe(isCorrection);
  });
});

describe('a pack that was given', () => {
  const quarter = { fiscalYear: 2026, quarter: 2 } as Quarter;
  const corrected = async () => (await test.call('packs.preview', { quarter })).corrected;
  const give = (name: string) =>
    test.call('packs.export', { quarter, file: test.grant(`${test.parent}/${name}.vigiepack`) });

  it('is said to be corrected once a fact of its quarter is', async () => {
    const of = await arrest('2026-08-07');
    await give('q2');
    expect(await corrected()).toEqual([]);
    await test.call('arrests.change', { ...of, version: 1, youth: true, reason });
    await test.call('arrests.change', { ...of, version: 2, arrestedOn: '2026-10-07', reason });
    expect(await corrected()).toEqual([{ quarter, corrections: 2, notReviewed: 2 }]);
    await give('q2-again');
    expect(await corrected()).toEqual([]);
  });

  it('is said to have changed once something of its quarter is recorded late, and not once another quarter has it', async () => {
    await give('q2');
    await arrest('2026-10-07');
    expect(await corrected()).toEqual([]);
    await arrest('2026-08-07');
    expect(await corrected()).toEqual([{ quarter, corrections: 0, notReviewed: 0 }]);
    await give('q2-again');
    expect(await corrected()).toEqual([]);
  });
});
