import { decidingRoles, type Role } from '#contract/ground/codes';
import {
  bookTables,
  caseTables,
  draftSealing,
  linkTables,
  personalTables,
  sharedTables,
  unsealed,
  type SealedIds,
  type Sealing,
} from '../../scopeRules.ts';
import { agreementRows } from '../../agreementRules.ts';
import type { StoredTable } from './tables.ts';

/** Who of a table's rows sees which, and writes which: conditions on a row, in SQL. */
export interface TableRule {
  readonly name: string;
  readonly seen: string;
  /** Null where nobody writes but the functions of the server. */
  readonly written: string | null;
  /** Where more may add a row than change one. */
  readonly added?: string;
  /** Rows that people lock in order to write one after another, and may not change. */
  readonly locked?: string;
  /** Hides what is sealed from those who would see it otherwise. */
  readonly unsealed?: string;
  /** Whether a change must leave an entry in the audit in its own transaction. */
  readonly owesAudit?: true;
}
type Rule = Omit<TableRule, 'name'>;

// A question in brackets is asked once for a statement, not for each row.
const units = '(SELECT vigie.units())::text[]';
export const isPerson = '(SELECT vigie.person()) IS NOT NULL';
/** With a unit whose file the transaction takes over, and the ids of that file. */
const reachedUnits = '(SELECT vigie.reached_units())::text[]';
const reachedFiles = '(SELECT vigie.reached_files())::text[]';
const own = (column: string): string => `${column} = (SELECT vigie.person())`;
export const ofUnit = (column = 'unit_id', of = units): string => `${column} = ANY (${of})`;
const inRole = (...roles: readonly Role[]): string =>
  `(SELECT vigie.has_role(${roles.map((role) => `'${role}'`).join(', ')}))`;
const deciding = inRole(...decidingRoles);
/** Whether the one who asks sees a row of the other table. */
const existing = (table: string, column: string, is: string): string =>
  `EXISTS (SELECT 1 FROM public.${table} AS other WHERE other.${column} = ${is})`;
const isReached = (column: string): string => `${column} = ANY (${reachedFiles})`;
/** Outside of a write nothing is reached: one look at the units is enough. */
const reachesNothing = '(SELECT pg_current_xact_id_if_assigned()) IS NULL';
/** Of the session's units, or of the other unit and reached there. */
const ofReach = (reached: string): string =>
  `${ofUnit('unit_id', reachedUnits)} AND (${reachesNothing} OR ${ofUnit()} OR ${reached})`;
const ownUnits = `(SELECT array_to_string(vigie.units(), ' '))`;

const sealedIds: SealedIds = {
  all: 'SELECT id FROM vigie.sealed',
  within: (table) => `SELECT id FROM vigie.sealed_${table}`,
};
/** By what a row is of a file that is taken over; null where it is of none. */
function reachedBy(table: string, sealing: Sealing | undefined): string | null {
  const special = reachedOtherwise[table];
  if (special !== undefined) return special;
  if (typeof sealing !== 'object') return null;
  return sealing
    .map(({ column, within }) =>
      within === undefined ? isReached(column) : `${column} IN (SELECT id FROM public.${within})`,
    )
    .join(' OR ');
}

const reachedOtherwise: Readonly<Record<string, string>> = {
  // A unit's months move by what is counted of the file.
  unit_month: `source = 'counted'`,
  // What names the file comes to name the receiver's.
  related_file: `${isReached('investigation_id')} OR ${isReached('other_id')} OR ${existing('investigation', 'id', 'other_id')}`,
};

/** What no page shows is asked where a record is written: here it is its unit's. */
const hiding = (sealing: Sealing | undefined): Pick<TableRule, 'unsealed'> =>
  typeof sealing === 'object' ? { unsealed: unsealed(sealing, sealedIds) } : {};

function ofOneUnit({ name, hasCases }: StoredTable): Pick<TableRule, 'seen' | 'written'> {
  const reached = hasCases ? reachedBy(name, caseTables[name]) : null;
  const written = reached === null ? ofUnit() : ofReach(reached);
  // How the sender counts decides what leaves its backlog.
  return { seen: hasCases && name === 'counting_rule' ? ofUnit('unit_id', reachedUnits) : written, written };
}

const reference = (written: string): Rule => ({ seen: isPerson, written });
/** Who sees a row writes it. */
const both = (condition: string): Rule => ({ seen: condition, written: condition });
const byAdministrator = reference(inRole('administrator'));
/** What a second person carries out who is no administrator: while it waits, and another one asked for it. */
const byDecider = (person: string): Rule =>
  reference(`${inRole('administrator')} OR ${deciding} AND EXISTS (SELECT 1 FROM public.approval AS asked
    WHERE asked.user_id = ${person} AND asked.decided_at IS NULL AND asked.requested_by <> (SELECT vigie.person()))`);
const byKeeper = reference(inRole('administrator', 'supervisor'));
const byAnyone = reference(isPerson);

const each = (rule: Rule, ...tables: readonly string[]): Readonly<Record<string, Rule>> =>
  Object.fromEntries(tables.map((table) => [table, rule]));

/** Of no unit and no file. */
const named: Readonly<Record<string, Rule>> = {
  // Rights, and what decides who may open what.
  user: { ...byDecider('"user".id'), owesAudit: true },
  user_role: { ...byDecider('user_role.user_id'), owesAudit: true },
  user_unit: { ...byDecider('user_unit.user_id'), owesAudit: true },
  key_slot: { ...byAdministrator, owesAudit: true },
  unit: { ...byAdministrator, locked: isPerson, owesAudit: true },
  approval: { seen: isPerson, written: deciding, owesAudit: true },
  setting: {
    seen: isPerson,
    // What supervisors and records officers set of the work on cases.
    written: `${inRole('administrator')} OR key = 'addressHours' AND ${deciding}`,
    locked: isPerson,
    owesAudit: true,
  },
  // Lists that are the same for every unit.
  ...each(byKeeper, 'clearance_reason', 'violation_code', 'offence_catalogue', 'redaction_ground', 'triage_period'),
  ...each(byKeeper, 'clock_parameter', 'closed_day', 'reference_key', 'reference_posterior'),
  purged_number: reference(deciding),
  // A purge rests on it: each approves in their own name, and nobody changes whose it is.
  purge_request: {
    seen: ofUnit(),
    added: `${ofUnit()} AND ${own('approved_by')} AND ${deciding}`,
    locked: 'FALSE',
    written: ofUnit(),
    owesAudit: true,
  },
  // The unit that has a file now asks which unit counted its records. A row is ids and a measure, without words.
  transferred_count: { seen: isPerson, written: ofUnit('unit_id', reachedUnits), owesAudit: true },
  // What is made of rows that its maker saw, without any of their words.
  ...each(
    byAnyone,
    'assumption_set',
    'laboratory_answer',
    'file_import',
    'import_mapping',
    'leaving_file',
    'issued_pack',
  ),
  plan: both(`plan.unit_ids::jsonb <@ to_jsonb(${units})`),
  // `kind:unit:year`
  number_counter: both(ofUnit("split_part(key, ':', 2)")),
  // The chain and its values: `vigie.append_audit` alone writes there, and a purge forgets values.
  audit_entry: {
    seen: `${inRole('administrator', 'records_officer')} OR ${inRole('supervisor')}
      AND ${existing('audit_file', 'sequence', 'audit_entry.sequence')}`,
    written: null,
  },
  audit_file: {
    seen: `${inRole('administrator', 'records_officer')} OR ${inRole('supervisor')}
      AND (${existing('referral', 'id', 'audit_file.file_id')} OR ${existing('investigation', 'id', 'audit_file.file_id')})`,
    written: null,
  },
  audit_value: {
    seen: `${deciding} AND ${existing('audit_entry', 'sequence', 'audit_value.sequence')}`,
    written: null,
    unsealed: 'sequence NOT IN (SELECT hidden.sequence FROM vigie.sealed_value AS hidden)',
  },
  sealed_value: { seen: deciding, written: deciding, owesAudit: true },
};

/** Where there is no case there is nothing sealed, and no file by which a supervisor may read of the audit. */
const withoutCases: Readonly<Record<string, Rule>> = {
  audit_file: { seen: inRole('administrator', 'records_officer'), written: null },
  audit_value: { seen: inRole('administrator', 'records_officer'), written: null },
};

function personal({ name, hasCases }: StoredTable): Rule {
  if (name !== 'draft') return both(own('user_id'));
  // Where a draft is about a file it goes with the file's unit.
  return {
    ...both(`${own('user_id')} AND (unit_id IS NULL OR ${ofUnit()})`),
    ...(hasCases && hiding(draftSealing)),
  };
}

/** A person who sees one of its ends sees a link; one who sees both may make it. */
function ofParents({ name }: StoredTable, sealing: Sealing): Rule {
  const ends = ['referral', 'investigation'].map((parent) => existing(parent, 'id', `${name}.${parent}_id`));
  const seen = `(${ends.join(' OR ')})`;
  // A purge gives one end another id before its link.
  return { seen, locked: seen, written: ends.join(' AND '), ...hiding(sealing), owesAudit: true };
}

function ofTwoUnits(sealing: Sealing): Rule {
  return { ...both(`(${ofUnit()} OR ${ofUnit('to_unit_id')})`), ...hiding(sealing), owesAudit: true };
}

function has(table: StoredTable, column: string): boolean {
  return table.columns.some(({ name, isNullable }) => name === column && !isNullable);
}

/** A pack is shown whole or not at all, and so are the cells of a template: they are encrypted. */
const ofSomeAgreements: Readonly<Record<string, string>> = {
  ...agreementRows({
    agreement: (column) => `${column} = ANY ((SELECT vigie.agreements())::text[])`,
    unit: (unit, month = `'0'`) => `coalesce((SELECT vigie.last_months())::jsonb ->> ${unit}, '') >= ${month}`,
    pack: (column) => `${column} = ANY ((SELECT vigie.packs())::text[])`,
    base: 'public',
  }),
  pack_unit: 'pack_id = ANY ((SELECT vigie.packs())::text[])',
  funder_template: 'FALSE',
  user_agreements: own('user_id'),
  approval_agreements: 'FALSE',
};
/** Their first row says of whom they are, and comes after them. */
const addedFirst: ReadonlySet<string> = new Set(['pack', 'pack_unit', 'received_return', 'confirmed_key']);

const seesAgreements = '(SELECT vigie.sees_agreements())';

/** All of a coordination workspace for those who see every agreement, and for the others what is of theirs. */
function ofAgreements({ name }: StoredTable): Rule {
  const isCoordinator = inRole('coordinator');
  const seen = `${seesAgreements} OR ${isCoordinator} AND (${ofSomeAgreements[name] ?? 'TRUE'})`;
  return { ...both(seen), ...(addedFirst.has(name) && { added: `${seesAgreements} OR ${isCoordinator}` }) };
}

/** Of tables that units have too, what is otherwise where a coordinator may be limited to some agreements. */
const ofCoordination: Readonly<Record<string, (table: StoredTable) => Rule>> = {
  counting_rule: ofAgreements,
  unit_month: ofAgreements,
  unit: (table) => ({
    // A pack brings units that are not known yet, and gives one that is known from a form the id of its workspace.
    ...reference(`${inRole('administrator')} OR ${seesAgreements}`),
    seen: `${isPerson} AND (NOT ${inRole('coordinator')} OR ${ofAgreements(table).seen})`,
    locked: isPerson,
    owesAudit: true,
  }),
};

/** The rules in the order in which they are tried: the first that fits a table is its own. */
const rules: readonly (readonly [name: string, (table: StoredTable) => Rule | undefined])[] = [
  ['without cases', ({ name, hasCases }) => (hasCases ? undefined : withoutCases[name])],
  ['common', (table) => (table.hasCases ? undefined : ofCoordination[table.name]?.(table))],
  ['named', ({ name }) => named[name]],
  ['personal', (table) => (personalTables.some((one) => one === table.name) ? personal(table) : undefined)],
  ['agreements', (table) => (table.hasCases || table.isCommon ? undefined : ofAgreements(table))],
  ['book', ({ name }) => (bookTables.some((table) => table === name) ? both(`scope = ${ownUnits}`) : undefined)],
  ['parents', (table) => linkTables[table.name] && ofParents(table, linkTables[table.name] ?? 'never_shown')],
  ['two units', ({ name }) => sharedTables[name] && ofTwoUnits(sharedTables[name])],
  [
    'unit',
    (table) =>
      has(table, 'unit_id') ? { ...ofOneUnit(table), ...hiding(caseTables[table.name]), owesAudit: true } : undefined,
  ],
];

/** Throws where no rule names the table: a new one is reached by nobody until it is decided by whom. */
export function ruleOf(table: StoredTable): TableRule {
  for (const [name, rule] of rules) {
    const found = rule(table);
    if (found) return { name, ...found };
  }
  throw new Error(`${table.name}: no rule says who sees it`);
}

const ofSeenFile = ['referral', 'investigation'].map((table) => existing(table, 'id', 'presence.file_id')).join(' OR ');

/** Tables of the server's own, which the application's schema does not have. */
export const serverTables: Readonly<Record<'word' | 'presence', Rule>> = {
  word: {
    seen: ofUnit(),
    written: null,
    unsealed: 'number NOT IN (SELECT entry.number FROM vigie.sealed_entry AS entry)',
  },
  // Seen by those who see the file.
  presence: {
    seen: `${own('user_id')} OR ${ofSeenFile}`,
    added: `${own('user_id')} AND (${ofSeenFile})`,
    written: own('user_id'),
  },
};
