import { describe, expect } from 'vitest';
import type { StoreMethod } from '#contract/ground/define';
import type { CaseFile, InvestigationId, ReferralId } from '#contract/ground/ids';
import { storeContract } from '#contract/index';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { openFile } from '../../../support/authorities.ts';
import { anyInput } from '../../../support/anyInput.ts';
import { reason } from '../../../support/corrections.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';
import { transferDesk } from './desk.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

/** What the sender still writes of a file that another unit has, and why. */
const kept: Readonly<Record<string, string>> = {
  'corrections.restore': 'a transfer to a service outside, which stays with the sender',
  'corrections.review': 'of a corrected transfer or day of the sender',
  'corrections.strike': 'a transfer to a service outside; of one to a unit it says why not',
  'investigations.describe': 'its own name of the file, and its own day of opening',
  'links.unlinkReferral': 'the referral stays with the sender',
  'operations.tag': 'the operation is the sender’s',
  'purges.approve': 'its own copy is purged when its own rules say so',
  'referrals.edit': 'its own day of receipt',
  'retention.hold': 'a court may order either unit to keep what it has',
  'retention.release': 'as it was placed',
  'seals.seal': 'an order may seal either copy',
};

const naming = ['referral', 'referrals', 'investigation', 'otherInvestigation', 'file'] as const;
const pathsOf = ({ scope }: StoreMethod) => naming.flatMap((each) => scope?.[each] ?? []);
const writes = Object.entries(storeContract as Readonly<Record<string, StoreMethod>>).filter(
  ([, method]) => method.type === 'write' && pathsOf(method).length > 0,
);
let units: TwoUnits;
const { accept, investigation, logReferral, referral, send } = transferDesk(() => ({ test, units }));
let gone: { readonly investigation: InvestigationId; readonly referral: ReferralId };
let here: typeof gone;
it.beforeAll(async () => {
  units = await createTwoUnits(test);
  const files = async () => ({
    investigation: (await openFile(test, units.first, units.sender)).id,
    referral: await logReferral(),
  });
  [gone, here] = [await files(), await files()];
  const sent = [await send({ investigationId: gone.investigation }), await send({ referralId: gone.referral })];
  await test.signInAs('receiver');
  for (const transferId of sent) await accept(transferId);
  await test.signInAs('sender');
});

const isOfReferral = (path: string) => /referral|head/i.test(path);
/** The same input with the file in place of what its path leads to. */
function placed(input: unknown, [first, ...rest]: readonly string[], file: unknown): unknown {
  if (first === undefined) return Array.isArray(input) ? [file] : file;
  if (Array.isArray(input)) return input.map((each) => placed(each, [first, ...rest], file));
  const held = input as Readonly<Record<string, unknown>>;
  return { ...held, [first]: placed(held[first], rest, file) };
}

/** Inputs that the contract takes, each with a file that is gone at one place and files that are here at the others. */
function inputsOf(name: string, method: StoreMethod): readonly unknown[] {
  const filesIn = (path: string, of: typeof gone): readonly unknown[] => {
    if (path === method.scope?.file)
      return (['investigation', 'referral'] as const).map((kind): CaseFile => ({ kind, id: of[kind] }) as CaseFile);
    return [isOfReferral(path) ? of.referral : of.investigation];
  };
  const paths = pathsOf(method);
  let seed = 1;
  const draw = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const pools = {
    ...{ unitId: [units.first], toUnitId: [units.second], toService: [null] },
    record: [{ id: 'note:one', digest: 'ab'.repeat(32) }],
  };
  const withFile = (path: string, file: unknown): unknown => {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const any = paths.reduce(
        (input, each) => placed(input, each.split('.'), draw(2) === 0 ? null : filesIn(each, here)[0]),
        anyInput(method.input, draw, pools),
      );
      const input = placed(any, path.split('.'), file);
      if (method.input.safeParse(input).success) return input;
    }
    throw new Error(`no input was found for ${name}`);
  };
  return paths.flatMap((path) => filesIn(path, gone).map((file) => withFile(path, file)));
}

describe('of a file that another unit has', () => {
  it('the sender writes no more than what it keeps', () => {
    expect(writes.length).toBeGreaterThan(40);
    const those = writes.filter(([, method]) => 'keptBySender' in method).map(([name]) => name);
    expect(those.sort()).toEqual(Object.keys(kept).sort());
  });

  it.each(writes.filter(([name]) => !(name in kept)))('%s writes nothing', async (name, method) => {
    const inputs = inputsOf(name, method);
    expect(inputs.length).toBeGreaterThan(0);
    for (const input of inputs)
      expect(await test.refusal(name as 'persons.add', input as never)).toEqual({
        code: 'conflict',
        reason: 'file_transferred',
      });
  });

  it('the act on several files names it by its place', async () => {
    const ids = [here.investigation, gone.investigation];
    const files = ids.map((investigationId) => ({ investigationId, lead: null }));
    const failed = { code: 'conflict', reason: 'file_transferred' };
    expect(await dispatch(test.store, 'investigations.lead', { files })).toMatchObject({
      error: { ...failed, fields: [{ path: 'files.1', code: 'file_transferred' }] },
    });
    const referralIds = [gone.referral, here.referral];
    expect(
      await dispatch(test.store, 'referrals.assign', { referralIds, userId: null, on: '2026-11-24' }),
    ).toMatchObject({
      error: { ...failed, fields: [{ path: 'referralIds.0', code: 'file_transferred' }] },
    });
    const given = { unitId: units.first, from: units.sender, to: units.sender, taskIds: [], hearingIds: [] };
    const handed = { ...given, on: '2026-11-24', investigationIds: ids, referralIds: [here.referral] };
    expect(await dispatch(test.store, 'handover.reassign', handed)).toMatchObject({
      error: { ...failed, fields: [{ path: 'investigationIds.1', code: 'file_transferred' }] },
    });
  });

  it('the sender corrects the day on which it began here, and keeps it for a court', async () => {
    const { version } = await investigation(gone.investigation);
    await test.call('investigations.describe', {
      ...{ investigationId: gone.investigation, version, openedOn: '2026-10-03', reason, title: null, subject: null },
    });
    const { version: ofReferral } = await referral(gone.referral);
    await test.call('referrals.edit', {
      ...{ referralId: gone.referral, version: ofReferral, receivedOn: '2026-10-04', reason },
      ...{ externalNumber: null, priorityReceived: null, summary: null },
    });
    for (const file of [
      { kind: 'investigation', id: gone.investigation },
      { kind: 'referral', id: gone.referral },
    ] as const) {
      await test.call('retention.hold', { file, reason: 'Court order' });
      expect((await test.call('retention.ofFile', { file })).hold).toMatchObject({ reason: 'Court order' });
      await test.call('retention.release', { file, reason: 'Lifted' });
    }
  });
});
