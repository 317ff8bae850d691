import { methodNamed, storeContract, type StoreMethodName } from './index.ts';
import type { ActKind } from './accounts/audit.ts';

/** Calls after which something is outside the workspace. */
const exporting: readonly StoreMethodName[] = [
  'across.export',
  'annual.draft',
  'annual.export',
  'audit.export',
  'breach.save',
  'clearance.export',
  'counterfactual.replicate',
  'due.export',
  'due.printRunning',
  'exchanges.reply',
  'exchanges.request',
  'exchanges.saveKey',
  'figures.save',
  'frameworks.export',
  'frameworks.schema',
  'funding.exportFile',
  'funding.exportSpending',
  'handover.print',
  'imports.saveReport',
  'imports.saveSample',
  'lists.copied',
  'lists.export',
  'operations.export',
  'packs.export',
  'papers.export',
  'papers.issue',
  'plans.print',
  'readiness.export',
  'reference.export',
  'renewal.export',
  'reports.export',
  'returns.export',
  'returns.release',
  'rollup.writeKit',
  'week.print',
];

/** Acts that the store writes by itself, in addition to the methods. */
export const ownActs = [
  'clock.doubt',
  'clock.right',
  'keys.repair',
  'keys.rotate',
  'session.continueOlder',
  'session.continueOther',
  'workspace.copied',
  'workspace.moved',
] as const;

/** What an entry of the audit may be called: each has its words in both languages. */
export type AuditMethod = StoreMethodName | (typeof ownActs)[number];

function kindOf(method: StoreMethodName): ActKind {
  const definition = methodNamed(method);
  if (definition.type === 'read') return definition.audited === 'search' ? 'searched' : 'seen';
  if (exporting.includes(method)) return 'exported';
  return method.startsWith('session.') ? 'signed_in' : 'changed';
}

/** The methods by which such acts are done, as their entries in the audit name them. */
export function methodsOf(kind: ActKind): readonly AuditMethod[] {
  return (Object.keys(storeContract) as StoreMethodName[]).filter((method) => kindOf(method) === kind);
}
