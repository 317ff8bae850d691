/** By what a row is hidden: a column that names what is sealed, or something of a file that is. */
export interface SealedBy {
  readonly column: string;
  readonly isOptional?: true;
  /** The table of what the column names, whose file may be the sealed one. */
  readonly within?: string;
}

export type Sealing = readonly SealedBy[] | 'always_shown' | 'never_shown';

/** Where an engine keeps the ids of what is sealed, as queries. */
export interface SealedIds {
  readonly all: string;
  /** Of the rows of a table, those of a sealed file. */
  readonly within: (table: string) => string;
}

/** The condition of a row that is shown, in the SQL of both engines. */
export function unsealed(sealing: Sealing, sealed: SealedIds): string {
  if (sealing === 'always_shown') return 'TRUE';
  if (sealing === 'never_shown') return 'FALSE';
  return sealing
    .map(({ column, isOptional, within: table }) => {
      const asked = isOptional ? `coalesce(${column}, '')` : column;
      return `${asked} NOT IN (${table === undefined ? sealed.all : sealed.within(table)})`;
    })
    .join(' AND ');
}

const only = (...columns: readonly string[]): readonly SealedBy[] => columns.map((column) => ({ column }));
const optional = (column: string): SealedBy => ({ column, isOptional: true });
const within = (column: string, table: string): SealedBy => ({ column, within: table });

/** Each case table, with what hides a row of it, whichever engine keeps it. */
export const caseTables: Readonly<Record<string, Sealing>> = {
  referral: only('id'),
  referral_event: only('referral_id'),
  referral_score: only('referral_id'),
  referral_check: only('referral_id'),
  danger_decision: only('referral_id'),
  protection_notice: only('referral_id'),
  referral_count: only('referral_id'),
  investigation: only('id'),
  investigation_event: only('investigation_id'),
  arrest: only('investigation_id'),
  charge: only('investigation_id'),
  hearing: only('investigation_id'),
  person: only('file_id', 'id'),
  identifier: [...only('file_id'), optional('person_id')],
  file_offence: only('investigation_id'),
  clearance: only('investigation_id'),
  support_referral: only('investigation_id'),
  delay_deduction: [within('authority_id', 'authority')],
  tally_policy: 'always_shown',
  victim_tally: 'always_shown',
  authority: only('investigation_id'),
  clock_override: [within('authority_id', 'authority')],
  note: only('investigation_id', 'id'),
  task: only('investigation_id'),
  device: only('investigation_id'),
  partner: 'always_shown',
  file_partner: only('investigation_id'),
  operation: 'always_shown',
  operation_file: only('investigation_id'),
  related_file: only('investigation_id', 'other_id'),
  next_step: only('investigation_id'),
  handover: 'always_shown',
  leave: 'always_shown',
  reassignment: 'always_shown',
  reassigned_item: [...only('item_id'), within('item_id', 'task')],
  ledger_entry: only('file_id'),
  // No page shows it: who counted what is asked where a record is written.
  transferred_count: 'never_shown',
  search_entry: only('file_id'),
  import_month: 'always_shown',
  extract_record: [...only('record_id'), within('record_id', 'arrest'), within('record_id', 'charge')],
  extract_change: [...only('row_id'), within('row_id', 'arrest'), within('row_id', 'charge')],
  paper: only('investigation_id'),
  paper_decision: only('investigation_id'),
  paper_record: only('investigation_id'),
  exchange: 'always_shown',
  exchange_message: 'always_shown',
  seal: 'always_shown',
  sealed_item: 'always_shown',
  retention_rule: 'always_shown',
  retention_hold: only('file_id'),
  correction: [...only('id', 'file_id', 'record_id'), optional('person_id')],
};

/** Of no unit, but of what may be sealed. */
export const linkTables: Readonly<Record<string, Sealing>> = {
  referral_investigation: only('referral_id', 'investigation_id'),
};

/** A transfer is the business of two units: the sender's and the receiver's. */
export const sharedTables: Readonly<Record<string, Sealing>> = {
  transfer: [...only('file_id'), optional('received_id')],
};

/** What belongs to one user. */
export const personalTables = ['draft', 'list_view', 'list_setting'] as const;

/** A draft is about the file whose id its subject begins with. */
export const draftSealing: Sealing = only('substr(subject, 1, 36)');

/**
 * What is disclosed of the other units' files: that one of them has the same, and nothing by which it could be opened. Filled from the base
 * tables here alone; the rest of the application has no way round the scope.
 */
export const elsewhereViews = {
  number_elsewhere: {
    table: 'referral',
    columns: 'unit_id, external_key',
    // A file that went to another unit is that unit's: its number is given once.
    where: "external_key IS NOT NULL AND state <> 'transferred_out'",
  },
  identifier_elsewhere: {
    table: 'identifier',
    columns: 'unit_id, kind, identifier_key, service, port, seen_at',
    where: 'TRUE',
  },
} as const;

/** Derived of the files of several units together, and shown to a session of just these units. */
export const bookTables = ['backlog_book', 'backlog_block'] as const;
