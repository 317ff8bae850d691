import { z } from 'zod';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import { administrator } from '../../../tests/support/store.ts';
import { columns } from '../../../tests/db/intake/imports/support.ts';

/** The tables in which the ids of a field are. */
export const idNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['userId', 'owner', 'lead', 'assignedTo', 'officer', 'requesterId', 'mineOrNobodys', 'actorId', 'from', 'to'].map(
      (name) => [name, 'user'],
    ),
  ),
  ...{ unitId: 'unit', toUnitId: 'unit', referralId: 'referral', headId: 'referral', personId: 'person' },
  ...{ investigationId: 'investigation', otherId: 'investigation', identifierId: 'identifier', noteId: 'note' },
  ...{ corrects: 'note', taskId: 'task', deviceId: 'device', partnerId: 'partner', partId: 'file_partner' },
  ...{ offenceId: 'file_offence', chargeId: 'charge', authorityId: 'authority', underId: 'authority' },
  arrestId: 'arrest',
  ...{
    deductionId: 'delay_deduction',
    supportId: 'support_referral',
    hearingId: 'hearing',
    operationId: 'operation',
    paperId: 'paper',
  },
  ...{ supplements: 'paper', reassignmentId: 'reassignment', transferId: 'transfer', exchangeId: 'exchange' },
  ...{ sealId: 'seal', requestId: 'purge_request', importId: 'file_import', approvalId: 'approval' },
  ...{ viewId: 'list_view', agreementId: 'agreement', packId: 'pack', returnId: 'funding_return' },
  ...{ changeId: 'funding_change', templateId: 'funder_template', rowId: 'due_report' },
};

/** The table of the ids that a group of methods calls `id`. */
export const tableOfGroup: Readonly<Record<string, string>> = {
  units: 'unit',
  importMappings: 'import_mapping',
  assumptionSets: 'assumption_set',
  plans: 'plan',
  reference: 'reference_posterior',
  agreements: 'agreement',
  templates: 'funder_template',
  lists: 'list_view',
  funding: 'budget_line',
};

/** What is read of a file, rather than written to one. */
export function isRead(what: string): boolean {
  if (/ folder| parent/.test(what)) return false;
  return /inspect|preview|\.read|import|receive|confirmKey|refuse|restore|previewFile|place|templateFile/.test(what);
}

const days = ['2026-09-01', '2026-10-02', '2026-10-15', '2026-11-02', '2026-11-20', '2026-11-24'];
const laterDays = [...days, '2026-12-15', '2027-03-31'];
const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const instants = ['2026-10-02T12:00:00Z', '2026-11-20T12:00:00Z', '2026-11-24T10:00:00Z'].map((each) =>
  Date.parse(each),
);
const { login } = administrator;

const strings: Readonly<Record<string, readonly unknown[]>> = {
  ...{ passphrase: [administrator.passphrase], current: [administrator.passphrase], next: [administrator.passphrase] },
  ...{ newPassphrase: [administrator.passphrase], login: [login, 'supervisor', 'investigator'] },
  ...{ month: months, lastMonth: ['2026-09', '2026-10'], section: ['163.1(4)', '163.1(3)', '172.1(1)'] },
  ...{ service: ['Service', 'Example'], seenOffset: ['-05:00'], seenText: ['2026-10-30T22:15:04'] },
  ...{ sheet: ['Sheet1', 'S'], cell: ['A1', 'B2'], reason: ['A reason'], variant: ['canadian', null, null, null] },
  ...{ sha256: ['0'.repeat(64)], fileName: ['form.xlsx'], base64: ['YQ=='], text: ['A text', 'North'] },
  ...{ unitCode: [null, 'ALPHA1', 'BETA1', 'SHARED'], cursor: ['x'], form: ['note', 'referral'] },
};

const numbers: Readonly<Record<string, readonly unknown[]>> = {
  ...{ offset: [0, 1], size: [1, 50, 100], fiscalYear: [2026, 2025], quarter: [2, 3], seen: [0, 1, 2, 3, 4] },
  ...{ decidedAt: instants, checkedAt: instants, notifiedAt: instants, receivedAt: instants, port: [443] },
  ...{ idleMinutes: [5, 10], sequence: [1, 2], hours: [24, 72], years: [1, 5, null], days: [3, 10], amount: [1, 5] },
  ...{
    daysBefore: [7, 14],
    year: [2026, 2025],
    before: [1, 50],
    width: [100, 200],
    rampMonths: [6, null],
    base: [3, 5],
  },
};

/** Values that no shape describes: by the name of the field, and where the same name has several meanings by the method. */
export function fixed(method: string, field: string, schema: unknown, count: number): readonly unknown[] | undefined {
  if (field === 'assumptions') return [defaultAssumptions];
  if (schema instanceof z.ZodRecord) return record(method, field, count);
  if (field === 'query') return undefined;
  const bare = schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (bare instanceof z.ZodISODate || (bare instanceof z.ZodPipe && bare.in instanceof z.ZodISODate))
    return /expires|due|until|ends|valid|leaves/i.test(field) ? laterDays : days;
  if (bare instanceof z.ZodNumber) return numbers[field];
  if (!(bare instanceof z.ZodString) && !(bare instanceof z.ZodPipe)) return undefined;
  if (field === 'from' || field === 'to') return months;
  if (field === 'login' && method === 'users.create') return [`made-${String(count)}`];
  if (field === 'code' && method === 'units.save') return [`U${String(count)}`];
  if (field === 'name' && method === 'workspace.create') return [`W${String(count)}`];
  if (field === 'code' && /agreements|Reasons|Grounds/.test(method)) return [`c${String(count)}`];
  if (/[nN]umber$/.test(field)) return [`N-${String(count)}`, `N-${String(count % 7)}`];
  return strings[field];
}

function record(method: string, field: string, count: number): readonly unknown[] {
  if (field === 'columns')
    return method.startsWith('imports') ? [columns, { receivedOn: 0 }] : [{ number: 0, openedOn: 1 }];
  if (field === 'cells') return [{ code: `L-${String(count)}`, nameEn: 'Line' }, { nameEn: 'Changed' }];
  return [{ text: 'words' }, {}];
}
