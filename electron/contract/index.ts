import type { z } from 'zod';
import { agreementMethods } from './reporting/agreements.ts';
import { auditMethods } from './accounts/audit.ts';
import { backupMethods } from './store/backups.ts';
import { authorityMethods } from './casework/authorities.ts';
import { breachMethods } from './accounts/breach.ts';
import { backlogMethods } from './statistics/backlog.ts';
import { notKeptMethods } from './ledger/notKept.ts';
import { chargeMethods } from './casework/charges.ts';
import { clearanceMethods } from './casework/clearance.ts';
import { correctionMethods } from './casework/corrections.ts';
import { counterfactualMethods } from './statistics/estimate.ts';
import type { Method, StoreMethod } from './ground/define.ts';
import { deviceMethods } from './casework/devices.ts';
import { draftMethods } from './accounts/drafts.ts';
import { firstDayMethods } from './accounts/firstDay.ts';
import { exchangeMethods } from './custody/deconfliction.ts';
import { extractMethods } from './intake/extracts.ts';
import { figureMethods } from './statistics/figures.ts';
import { frameworkMethods } from './reporting/frameworks.ts';
import { fundingMethods } from './reporting/funding.ts';
import { pillarMethods } from './reporting/pillars.ts';
import { weekMethods } from './casework/week.ts';
import { hearingMethods } from './casework/hearings.ts';
import { identifierMethods } from './casework/identifiers.ts';
import { handoverMethods } from './casework/handover.ts';
import { leaveMethods } from './casework/leave.ts';
import { importMethods } from './intake/imports.ts';
import { investigationMethods } from './casework/investigations.ts';
import { laboratoryMethods } from './statistics/laboratory.ts';
import { planMethods } from './statistics/plans.ts';
import { listMethods } from './casework/lists.ts';
import { linkMethods } from './casework/links.ts';
import { noteMethods } from './casework/notes.ts';
import { offenceMethods } from './casework/offences.ts';
import { operationMethods } from './casework/operations.ts';
import { packMethods } from './reporting/packs.ts';
import { paperMethods } from './custody/disclosure.ts';
import { presenceMethods } from './casework/presence.ts';
import { partnerMethods } from './casework/partners.ts';
import { peopleMethods } from './accounts/people.ts';
import { personMethods } from './casework/persons.ts';
import { purgeMethods } from './custody/purges.ts';
import { referralMethods } from './casework/referrals.ts';
import { reportMethods } from './reporting/reportingDeadlines.ts';
import { retentionMethods } from './custody/retention.ts';
import { returnMethods } from './reporting/returns.ts';
import { annualMethods } from './reporting/annual.ts';
import { renewalMethods } from './reporting/renewal.ts';
import { acrossMethods } from './reporting/across.ts';
import { readinessMethods } from './reporting/readiness.ts';
import { rollupMethods } from './reporting/rollup.ts';
import { sealMethods } from './custody/seals.ts';
import { searchMethods } from './casework/search.ts';
import { recoveryMethods } from './store/recovery.ts';
import { clockMethods } from './store/clock.ts';
import { moveMethods } from './store/move.ts';
import { placeMethods } from './store/place.ts';
import { sessionMethods } from './store/session.ts';
import { shellMethods } from './store/shell.ts';
import { taskMethods } from './casework/tasks.ts';
import { templateMethods } from './reporting/templates.ts';
import { triageMethods } from './casework/triage.ts';
import { victimMethods } from './casework/victims.ts';
import { tipMethods } from './intake/referralDocuments.ts';
import { timelineMethods } from './casework/timeline.ts';
import { transferMethods } from './casework/transfers.ts';

/** Methods that the store answers. */
export const storeContract = {
  ...sessionMethods,
  ...clockMethods,
  ...moveMethods,
  ...placeMethods,
  ...recoveryMethods,
  ...backupMethods,
  ...peopleMethods,
  ...firstDayMethods,
  ...referralMethods,
  ...triageMethods,
  ...importMethods,
  ...extractMethods,
  ...searchMethods,
  ...investigationMethods,
  ...personMethods,
  ...identifierMethods,
  ...offenceMethods,
  ...chargeMethods,
  ...correctionMethods,
  ...clearanceMethods,
  ...victimMethods,
  ...hearingMethods,
  ...weekMethods,
  ...authorityMethods,
  ...noteMethods,
  ...presenceMethods,
  ...taskMethods,
  ...deviceMethods,
  ...partnerMethods,
  ...paperMethods,
  ...operationMethods,
  ...linkMethods,
  ...timelineMethods,
  ...transferMethods,
  ...sealMethods,
  ...retentionMethods,
  ...purgeMethods,
  ...exchangeMethods,
  ...handoverMethods,
  ...leaveMethods,
  ...backlogMethods,
  ...notKeptMethods,
  ...counterfactualMethods,
  ...draftMethods,
  ...figureMethods,
  ...laboratoryMethods,
  ...planMethods,
  ...listMethods,
  ...agreementMethods,
  ...fundingMethods,
  ...pillarMethods,
  ...frameworkMethods,
  ...packMethods,
  ...reportMethods,
  ...returnMethods,
  ...acrossMethods,
  ...annualMethods,
  ...renewalMethods,
  ...readinessMethods,
  ...rollupMethods,
  ...templateMethods,
  ...tipMethods,
  ...auditMethods,
  ...breachMethods,
};

/** The one map of what a page may ask. */
export const contract = { ...storeContract, ...shellMethods };

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type StoreMethodName = keyof typeof storeContract;
export type ShellMethodName = keyof typeof shellMethods;

export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> = z.output<Contract[M]['output']>;

type NamesOf<T extends Method['type']> = {
  [M in MethodName]: Contract[M]['type'] extends T ? M : never;
}[MethodName];
export type ReadName = NamesOf<'read'>;
export type WriteName = NamesOf<'write'>;
export type ActionName = NamesOf<'action'>;

/** A method of which only the name is known, without the types of its own input: the compiler takes long over the union of all. */
export function methodNamed(name: StoreMethodName): StoreMethod;
export function methodNamed(name: MethodName): Method;
export function methodNamed(name: MethodName): Method {
  return (contract as unknown as Readonly<Record<MethodName, Method>>)[name];
}
