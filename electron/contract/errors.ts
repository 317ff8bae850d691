/** The closed list of failures that may cross a process boundary. Messages are written by the renderer and the command line from these codes. */
export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'locked',
  'forbidden',
  'read_only',
  'wrong_key',
  'corrupt',
  'newer_schema',
  'busy',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Narrows a code to what happened, so that a message can say what was kept and what to do. */
export const errorReasons = [
  'not_a_workspace',
  'network_share',
  'workspace_exists',
  'workspace_open_elsewhere',
  'folder_missing',
  'folder_read_only',
  'disk_full',
  'wrong_passphrase',
  'wrong_recovery_key',
  'second_administrator_needed',
  'last_administrator',
  'passphrase_too_short',
  'too_many_attempts',
  'login_taken',
  'code_taken',
  'number_taken',
  'name_taken',
  'version_conflict',
  'duplicate_external_number',
  'state_not_allowed',
  'date_before_previous',
  'date_in_future',
  'investigation_still_open',
  'note_added_meanwhile',
  'referral_still_open',
  'record_still_open',
  'kept_longer',
  'second_person_needed',
  'laxer_than_agreement',
  'referral_carries_file',
  'transfer_pending',
  'demand_made_before',
  'offence_not_valid',
  'person_charged',
  'tallies_off',
  'not_a_catalogue',
  'not_a_csv',
  'not_a_report',
  'no_text_in_document',
  'contains_binary',
  'file_too_large',
  'column_unmapped',
  'unknown_unit',
  'file_changed',
  'import_in_use',
  'import_undone',
  'not_a_pack',
  'pack_tampered',
  'pack_newer',
  'pack_older_than_held',
  'pack_key_not_confirmed',
  'pack_unknown_unit',
  'not_an_exchange_file',
  'exchange_tampered',
  'exchange_newer',
  'exchange_expired',
  'exchange_unknown',
  'exchange_own_file',
  'exchange_key_wrong',
  'exchange_key_not_confirmed',
  'exchange_ended',
  'not_a_reference',
  'reference_incomplete',
  'reference_tampered',
  'reference_newer',
  'reference_key_not_confirmed',
  'reference_not_estimable',
  'framework_invalid',
  'return_locked',
  'return_not_locked',
  'return_has_blocking_checks',
  'return_tampered',
  'return_unchanged',
  'release_method_differs',
  'release_not_protected',
  'rollup_refused',
  'rollup_held',
  'rollup_key_not_confirmed',
  'rollup_unsigned',
  'paper_decision_stale',
  'paper_empty',
  'paper_changed_since',
  'print_failed',
  'not_a_workbook',
  'template_sheet_missing',
  'template_cell_formula',
  'migration_unknown',
  'workspace_kind',
  'all_agreements_needed',
  'units_of_other_agreements',
  'agreements_not_limited',
] as const;
export type ErrorReason = (typeof errorReasons)[number];

export interface FieldProblem {
  /** Dotted path into the input, for example `rows.3.receivedOn`. */
  readonly path: string;
  /** A zod issue code or an `ErrorReason`; never a value. */
  readonly code: string;
}

export interface Failure {
  readonly code: ErrorCode;
  readonly reason?: ErrorReason;
  readonly fields?: readonly FieldProblem[];
  /** What a user quotes to support; the log line carries the same one. */
  readonly reference: string;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };
