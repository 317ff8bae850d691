import type { InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import type { ReferralSource, WaitingState } from '#contract/ground/codes';
import { noChildIdentified } from '../../../support/danger.ts';
import type { TestStore } from '../../../support/store.ts';

/** A life of files, in the words of the application and written through its own dispatch. */
export function historyOf(test: TestStore, unitId: UnitId) {
  const versionOf = async (referralId: ReferralId) =>
    (await test.call('referrals.get', { referralId })).referral.version;
  const fileVersion = async (investigationId: InvestigationId) =>
    (await test.call('investigations.get', { investigationId })).investigation.version;
  return {
    receive: async (on: string, source: ReferralSource = 'ncecc') => {
      const { id } = await test.call('referrals.log', { unitId, source, receivedOn: on });
      await test.call('referrals.decideDanger', noChildIdentified(id));
      return id;
    },
    move: async (
      referralId: ReferralId,
      on: string,
      to: 'concluded' | 'not_viable' | 'information_only' | 'transferred_out' | 'received' = 'concluded',
    ) => {
      const version = await versionOf(referralId);
      await test.call('referrals.move', { referralId, version, to, on: on });
    },
    bundle: async (headId: ReferralId, referralIds: ReferralId[], on: string) => {
      await test.call('referrals.bundle', { headId, referralIds, on: on });
    },
    split: async (referralId: ReferralId, on: string) => {
      await test.call('referrals.split', { referralId, on: on });
    },
    open: async (on: string, referralIds: ReferralId[] = []) =>
      (await test.call('investigations.open', { unitId, openedOn: on, referralIds, lead: null })).id,
    wait: async (investigationId: InvestigationId, since: string, state: WaitingState) => {
      const version = await fileVersion(investigationId);
      await test.call('investigations.wait', { files: [{ investigationId, version }], since, state });
    },
    conclude: async (investigationId: InvestigationId, on: string) => {
      const version = await fileVersion(investigationId);
      await test.call('investigations.conclude', { investigationId, version, on: on });
    },
    reopen: async (investigationId: InvestigationId, on: string) => {
      const version = await fileVersion(investigationId);
      await test.call('investigations.reopen', { investigationId, version, on: on });
    },
    rule: async (validFrom: string, backlogDefinition: 'exclude_court' | 'include_court') => {
      const statement = { en: 'x', fr: 'x' };
      await test.call('countingRules.save', {
        unitId,
        validFrom: validFrom,
        backlogDefinition,
        statement,
      });
    },
  };
}
