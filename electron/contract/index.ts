import type { z } from 'zod';
import { agreementMethods } from './agreements.ts';
import { auditMethods } from './audit.ts';
import { authorityMethods } from './authorities.ts';
import { backlogMethods } from './backlog.ts';
import { notKeptMethods } from './notKept.ts';
import { chargeMethods } from './charges.ts';
import { clearanceMethods } from './clearance.ts';
import { counterfactualMethods } from './counterfactual.ts';
import type { ActionMethod, ReadMethod, WriteMethod } from './define.ts';
import { deviceMethods } from './devices.ts';
import { draftMethods } from './drafts.ts';
import { exchangeMethods } from './exchanges.ts';
import { extractMethods } from './extracts.ts';
import { figureMethods } from './figures.ts';
import { frameworkMethods } from './frameworks.ts';
import { fundingMethods } from './funding.ts';
import { identifierMethods } from './identifiers.ts';
import { handoverMethods } from './handover.ts';
import { importMethods } from './imports.ts';
import { investigationMethods } from './investigations.ts';
import { laboratoryMethods } from './laboratory.ts';
import { listMethods } from './lists.ts';
import { linkMethods } from './links.ts';
import { noteMethods } from './notes.ts';
import { offenceMethods } from './offences.ts';
import { operationMethods } from './operations.ts';
import { packMethods } from './packs.ts';
import { paperMethods } from './papers.ts';
import { partnerMethods } from './partners.ts';
import { peopleMethods } from './people.ts';
import { personMethods } from './persons.ts';
import { purgeMethods } from './purges.ts';
import { referralMethods } from './referrals.ts';
import { reportMethods } from './reports.ts';
import { retentionMethods } from './retention.ts';
import { returnMethods } from './returns.ts';
import { rollupMethods } from './rollup.ts';
import { sealMethods } from './seals.ts';
import { searchMethods } from './search.ts';
import { sessionMethods } from './session.ts';
import { shellMethods } from './shell.ts';
import { taskMethods } from './tasks.ts';
import { templateMethods } from './templates.ts';
import { triageMethods } from './triage.ts';
import { victimMethods } from './victims.ts';
import { tipMethods } from './tips.ts';
import { timelineMethods } from './timeline.ts';
import { transferMethods } from './transfers.ts';

/** Methods that the store answers. */
export const storeContract = {
  ...sessionMethods,
  ...peopleMethods,
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
  ...clearanceMethods,
  ...victimMethods,
  ...authorityMethods,
  ...noteMethods,
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
  ...backlogMethods,
  ...notKeptMethods,
  ...counterfactualMethods,
  ...draftMethods,
  ...figureMethods,
  ...laboratoryMethods,
  ...listMethods,
  ...agreementMethods,
  ...fundingMethods,
  ...frameworkMethods,
  ...packMethods,
  ...reportMethods,
  ...returnMethods,
  ...rollupMethods,
  ...templateMethods,
  ...tipMethods,
  ...auditMethods,
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

type NamesOf<K> = { [M in MethodName]: Contract[M] extends K ? M : never }[MethodName];
export type ReadName = NamesOf<ReadMethod>;
export type WriteName = NamesOf<WriteMethod>;
export type ActionName = NamesOf<ActionMethod>;
