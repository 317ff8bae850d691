import type { Method } from '../../electron/contract/ground/define.ts';
import { storeContract } from '../../electron/contract/index.ts';
import { endBursts } from '../../db/store/bursts.ts';
import { dispatch } from '../../db/store/dispatch.ts';
import { identifierInput } from './persons.ts';
import type { MarkedFile } from './caseFiles.ts';
import type { TestStore } from './store.ts';

interface About extends MarkedFile {
  readonly unitId: string;
  readonly userId: string;
  readonly marker: string;
  readonly operationId: string;
  readonly partnerId: string;
}

const list = (column: string) => ({ filter: {}, sort: { column, descending: true }, from: { at: 'start' }, size: 100 });
const months = { from: '2026-09', to: '2026-11' };
const quarterThree = { fiscalYear: 2026, quarter: 3 };
const today = '2026-11-24';
const ofFile = ({ investigationId }: About) => ({ investigationId });
const inFile = ({ investigationId }: About) => ({ file: { kind: 'investigation', id: investigationId } });
const nothing = () => ({});
const noFilter = () => ({ filter: {} });

/** How each read of a unit workspace is asked for all that it can show of a file. */
const asked: Readonly<Record<string, (about: About) => object>> = {
  'settings.get': nothing,
  'workspace.state': nothing,
  'workspace.place': nothing,
  'users.directory': nothing,
  'units.list': nothing,
  'countingRules.list': ({ unitId }) => ({ unitId }),
  'referrals.duplicates': (about) => ({
    externalNumber: `${about.marker}-1`,
    identifiers: [markedHandle(about)],
  }),
  'referrals.list': () => list('receivedOn'),
  'referrals.get': ({ referralId }) => ({ referralId }),
  'referrals.owed': ({ referralId }) => ({ referralIds: [referralId] }),
  'referrals.breaches': ({ unitId }) => ({ filter: { unitId } }),
  'referrals.waiting': nothing,
  'triagePeriods.list': ({ unitId }) => ({ unitId }),
  'drafts.get': ({ investigationId, unitId }) => ({ form: 'note', subject: investigationId, unitId }),
  'search.everywhere': ({ marker }) => ({ text: marker }),
  'imports.list': nothing,
  'importMappings.list': nothing,
  'investigations.list': () => list('openedOn'),
  'investigations.get': ofFile,
  'investigations.openItems': ofFile,
  'persons.list': inFile,
  'identifiers.list': inFile,
  'identifiers.window': nothing,
  'identifiers.matches': inFile,
  'identifiers.alike': ({ referralId }) => ({ referralIds: [referralId] }),
  'offences.catalogue': nothing,
  'offences.list': ofFile,
  'corrections.list': inFile,
  'charges.persons': ({ unitId }) => ({ unitId, fiscalYear: 2026 }),
  'charges.personRows': ({ unitId }) => ({ unitId, fiscalYear: 2026, group: 'total', offset: 0, size: 100 }),
  'delays.list': ofFile,
  'clearance.get': ofFile,
  'clearance.rows': ({ unitId }) => ({ unitId, year: 2026, statistic: 'actual_incidents', offset: 0, size: 100 }),
  'clearance.statistics': ({ unitId }) => ({ unitId, years: [2026, 2025] }),
  'clearanceReasons.list': nothing,
  'support.list': ofFile,
  'support.counts': noFilter,
  'support.rows': ({ unitId }) => ({ unitId, quarter: quarterThree, figure: 'referrals', offset: 0, size: 100 }),
  'tallies.get': ({ unitId }) => ({ unitId, quarter: quarterThree }),
  'authorities.catalogue': nothing,
  'authorities.list': ofFile,
  'papers.ofFile': ofFile,
  'papers.get': ({ investigationId, paperId }) => ({ investigationId, paperId }),
  'redactionGrounds.list': nothing,
  'notes.list': ofFile,
  'tasks.list': ofFile,
  'hearings.list': ofFile,
  'devices.list': ofFile,
  'devices.queue': noFilter,
  'devices.locks': noFilter,
  'devices.examinedRows': () => ({ filter: {}, offset: 0, size: 100 }),
  'devices.lockRows': ({ unitId }) => ({ unitId, quarter: quarterThree, figure: 'seized', offset: 0, size: 100 }),
  'partners.list': noFilter,
  'partners.names': ({ unitId }) => ({ unitId }),
  'partners.ofFile': ofFile,
  'partners.rows': ({ partnerId }) => ({ partnerId, offset: 0, size: 100 }),
  'operations.list': noFilter,
  'operations.ofFile': ofFile,
  'operations.counts': ({ operationId }) => ({ operationId, from: '2026-09-01', to: today }),
  'operations.rows': ({ operationId }) => ({ operationId, figure: 'files', offset: 0, size: 100 }),
  'links.ofFile': ofFile,
  'timeline.list': ofFile,
  'transfers.list': () => ({ pendingOnly: false }),
  'transfers.ofFile': inFile,
  'exchanges.list': noFilter,
  'leave.list': () => ({}),
  'handover.get': ({ userId, unitId }) => ({ userId, unitId }),
  'handover.nextStep': ofFile,
  'due.list': noFilter,
  'week.get': () => ({ filter: {}, from: '2026-11-23' }),
  'due.counts': noFilter,
  'due.running': nothing,
  'clockSettings.get': nothing,
  'backlog.board': () => months,
  'backlog.files': () => ({ term: 'received', ...months, offset: 0, size: 100 }),
  'backlog.flow': () => months,
  'backlog.ageing': () => ({ on: '2026-10-15' }),
  'backlog.agedFiles': () => ({ on: '2026-10-15', offset: 0, size: 100 }),
  'backlog.survival': () => ({ on: today, from: '2026-09', by: 'source' }),
  'backlog.chargedRows': () => ({ from: '2026-09-01', on: today, figure: 'counts', offset: 0, size: 100 }),
  'counterfactual.lastMonth': ({ unitId }) => ({ scope: { unitId } }),
  'unitMonths.grid': ({ unitId }) => ({ unitId, ...months, measures: ['received', 'arrests', 'charges_laid'] }),
  'unitMonths.notKept': ({ unitId }) => ({ unitId }),
  'packs.preview': () => ({ quarter: quarterThree }),
  'tips.matches': (about) => ({ identifiers: [markedHandle(about)] }),
  'lists.get': () => ({ list: 'investigations' }),
  'assumptionSets.list': nothing,
  'plans.list': nothing,
  'reference.get': nothing,
  'seals.due': noFilter,
  'seals.list': noFilter,
  'seals.find': ({ unitId, marker }) => ({ unitId, number: `${marker}-2026` }),
  'seals.naming': (about) => ({ ...inFile(about), personId: about.personId }),
  'seals.inFile': inFile,
  'retention.rules': ({ unitId }) => ({ unitId }),
  'retention.due': noFilter,
  'retention.ofFile': inFile,
  'purges.list': noFilter,
  'retention.holds': noFilter,
  'users.waiting': () => ({}),
  'users.unconfirmed': () => ({}),
  'backups.state': () => ({}),
  'audit.history': (file) => ({ ...inFile(file), size: 50 }),
};

function markedHandle({ marker, investigationId }: About): object {
  const file = { kind: 'investigation', id: investigationId } as const;
  const input = identifierInput(file, 'handle', `${marker}.user`, { service: marker });
  return Object.fromEntries(Object.entries(input).filter(([field]) => field !== 'file'));
}

/** What lives in memory until it is applied, the time, and answers of worker threads to months alone: none reads a file. */
const readsNoFile: ReadonlySet<string> = new Set([
  'session.current',
  'imports.previewRows',
  'imports.obstacles',
  'extracts.rows',
  'clock.state',
  'counterfactual.run',
  'counterfactual.first',
  'counterfactual.sensitivity',
  'counterfactual.placebos',
  'plans.project',
  'plans.backtest',
  'plans.findStaff',
]);

const officers = ['investigator', 'supervisor'];

function isOfficers(method: Method): method is Extract<Method, { type: 'read' }> {
  if (method.type !== 'read' || method.workspace === 'coordination') return false;
  return typeof method.roles === 'string' || method.roles.some((role) => officers.includes(role));
}

/** The reads that an officer of a unit may make of its files: a new one must say here how it is asked. */
export const officersReads: readonly string[] = Object.entries(storeContract).flatMap(([name, method]) =>
  isOfficers(method as Method) && !readsNoFile.has(name) ? [name] : [],
);

export const askedReads: readonly string[] = Object.keys(asked);

/** What each read answers about a file: a value, or the code of its refusal. */
export async function readEverything(
  test: TestStore,
  about: About,
  without: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const [name, inputOf] of Object.entries(asked).filter(([each]) => !without.includes(each))) {
    const reply = await dispatch(test.store, name, inputOf(about));
    answers[name] = reply.ok ? JSON.stringify(reply.value) : reply.error.code;
    await endBursts(test.store);
  }
  return answers;
}
