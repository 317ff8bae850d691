import { join } from 'node:path';
import type { CivilDate } from '#contract/ground/dates';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import type { ExchangeId, FileGrant, UnitId, UserId } from '#contract/ground/ids';
import { copyOf, createTestStore, createUnitAndUser, type TestStore } from './store.ts';

/** One side: a workspace with a unit, whose supervisor is signed in. */
export interface Side extends TestStore {
  readonly unitId: UnitId;
  readonly userId: UserId;
  /** A grant for a file of that name, where both sides find it. */
  readonly file: (name: string) => FileGrant;
}

async function createSide(folder: string | null): Promise<Side> {
  const test = await createTestStore();
  const { unitId, userId } = await createUnitAndUser(test);
  return sideOf(test, { unitId, userId: userId as UserId }, folder);
}

function sideOf(test: TestStore, { unitId, userId }: Pick<Side, 'unitId' | 'userId'>, folder: string | null): Side {
  const place = folder ?? test.parent;
  return { ...test, unitId, userId, file: (name) => test.grant(join(place, name)) as FileGrant };
}

export async function createSides(): Promise<readonly [Side, Side]> {
  const asking = await createSide(null);
  return [asking, await createSide(asking.parent)];
}

/** Other sides on copies of the folders of closed ones, their supervisors signed in. */
export async function copySides([first, second]: readonly [Side, Side]): Promise<readonly [Side, Side]> {
  const asking = sideOf(copyOf(first), first, null);
  const answering = sideOf(copyOf(second), second, asking.parent);
  for (const side of [asking, answering]) await side.signInAs('officer');
  return [asking, answering];
}

export const lastDay = '2026-12-15' as CivilDate;

/** The exchange as both sides leave it once each confirmed the other's key. */
export async function agreeOn(asking: Side, answering: Side): Promise<ExchangeId> {
  const begun = { unitId: asking.unitId, name: 'Winter', expiresOn: lastDay };
  const { exchangeId, sharedKey } = await asking.call('exchanges.begin', begun);
  const first = await asking.call('exchanges.saveKey', { exchangeId, file: asking.file('asking') });
  await answering.call('exchanges.confirmKey', {
    file: answering.file('asking'),
    confirmFingerprint: first.fingerprint,
    joining: { unitId: answering.unitId, sharedKey: sharedKey.toLowerCase().replaceAll('-', ' ') },
  });
  const second = await answering.call('exchanges.saveKey', { exchangeId, file: answering.file('answering') });
  await asking.call('exchanges.confirmKey', {
    file: asking.file('answering'),
    confirmFingerprint: second.fingerprint,
    joining: null,
  });
  return exchangeId;
}

export function given(
  kind: IdentifierFacts['kind'],
  value: string,
  more: Partial<IdentifierFacts> = {},
): IdentifierFacts {
  const none = { service: null, port: null, seenText: null, seenOffset: null, event: null, obtainedReference: null };
  return { kind, value, obtained: 'volunteered', ...none, ...more };
}

export function logReferral(side: Side, externalNumber: string, identifiers: readonly IdentifierFacts[]) {
  const facts = { unitId: side.unitId, source: 'ncecc', receivedOn: '2026-11-02', externalNumber } as const;
  return side.call('referrals.log', { ...facts, identifiers: [...identifiers], acceptDuplicate: true });
}
