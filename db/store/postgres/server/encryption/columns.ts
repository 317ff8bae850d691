import type { StoredColumn, StoredTable } from '../tables.ts';

/**
 * What the server keeps of a text: as it is; encrypted; or as a keyed hash that is equal where the text is. What no rule makes clear is encrypted, so
 * that a new column of words is too.
 */
export type Protection = 'clear' | 'sealed' | 'keyed';

/** Ids that the application makes, and who did something: they name rows. */
const ids = /^id$|_ids?$|_by$|_user$|^(by|owner|assigned_to|bundled_under|shown_in|record_key|opens_with)$/;
/** Civil dates and months, by which lists are sorted and figures counted. */
const dates = /_(on|from|to|until|since|month|date|latest)$|^month$/;

/** Codes of closed lists, numbers of files, and what machines made: no person's words. */
const clearNames: ReadonlySet<string> = new Set([
  ...['age_band', 'gender', 'role', 'roles', 'risk_band', 'band', 'priority_received', 'source', 'state', 'status'],
  ...['from_state', 'to_state', 'status_before', 'stage', 'disposition', 'waiting', 'origin', 'outcome', 'term'],
  ...['measure', 'period_measure', 'rescore_reason', 'identifiable', 'ended', 'end_reason', 'obtained'],
  ...['kind', 'file_kind', 'subject_kind', 'table_name', 'variant', 'cause', 'decision', 'direction', 'treatment'],
  ...['way', 'ground', 'lens', 'category', 'method', 'basis', 'class', 'offence', 'section', 'languages', 'task'],
  ...['form', 'list', 'field', 'side', 'register', 'backlog_definition', 'seen_offset'],
  ...['passphrase_by', 'code', 'unit_code', 'state_on_precision', 'on_precision'],
  ...['number', 'external_number', 'external_key', 'received_number', 'login'],
  ...['hash', 'previous_hash', 'file_hash', 'header_hash', 'sha256', 'fingerprint', 'peer_fingerprint'],
  ...['public_key', 'peer_public_key', 'peer_signing_key', 'facts', 'catalogue_version', 'framework_version'],
]);

/** Looked up by the whole of it alone. */
const keyedNames: ReadonlySet<string> = new Set(['identifier_key', 'row_fingerprint', 'once_key', 'digest']);

/** Whose name is each taken once. */
const namedOnce: ReadonlySet<string> = new Set([
  ...['list_view', 'operation', 'partner', 'plan', 'assumption_set', 'funder_template'],
]);

/** The same for every unit, and written by no one of them: lists of the law, of the workspace and of its makers. */
const publicTables: ReadonlySet<string> = new Set([
  ...['unit', 'clearance_reason', 'violation_code', 'offence_catalogue', 'redaction_ground', 'triage_period'],
  ...['clock_parameter', 'closed_day', 'reference_posterior', 'backlog_book', 'backlog_block', 'number_counter'],
]);

/** Where a name means something else in one table than in the others. */
const exceptions: Readonly<Record<string, Protection>> = {
  'person.birth_date': 'sealed',
  // Whom or what it names is written by hand.
  'person.safeguarded_by': 'sealed',
  'authority.held_by': 'sealed',
  'investigation.waiting_on': 'sealed',
  'investigation_event.waiting_on': 'sealed',
  'risk.owner': 'sealed',
  'other_source.source': 'sealed',
  'clearance.reason': 'clear',
  // The kind of a cell.
  'restatement_reason.what': 'clear',
  // The name of a platform, by which identifiers of different units are compared.
  'identifier.service': 'clear',
  // The id of a file.
  'draft.subject': 'clear',
  'setting.key': 'clear',
  // The referrals of one officer are listed by it.
  'referral.officer_named': 'keyed',
  // A record's own key in another system, by which it is known again.
  'extract_record.key': 'keyed',
  // Which kind of record was corrected, how, and in which months it counts.
  'correction.record': 'clear',
  'correction.act': 'clear',
  'correction.months': 'clear',
  'issued_pack.quarter': 'clear',
};

export function protectionOf(
  table: Pick<StoredTable, 'name'>,
  { name, isText }: Pick<StoredColumn, 'name' | 'isText'>,
): Protection {
  const exception = exceptions[`${table.name}.${name}`];
  if (exception) return exception;
  if (!isText || publicTables.has(table.name)) return 'clear';
  if (keyedNames.has(name) || (name === 'name' && namedOnce.has(table.name))) return 'keyed';
  return ids.test(name) || dates.test(name) || clearNames.has(name) ? 'clear' : 'sealed';
}
