import type { ErrorCode, ErrorReason, Failure, FieldProblem } from '#contract/ground/errors';
import { randomBytes } from 'node:crypto';

/** A failure that may be shown: a code of the closed list, never a value of a record. */
export class StoreFailure extends Error {
  readonly code: ErrorCode;
  readonly reason: ErrorReason | undefined;
  readonly fields: readonly FieldProblem[] | undefined;

  constructor(code: ErrorCode, reason?: ErrorReason, fields?: readonly FieldProblem[]) {
    super(reason ? `${code}: ${reason}` : code);
    this.code = code;
    this.reason = reason;
    this.fields = fields;
  }
}

export function newReference(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

export function toFailure(error: unknown): Failure {
  const known = error instanceof StoreFailure ? error : fromSqlite(error);
  return {
    code: known.code,
    ...(known.reason && { reason: known.reason }),
    ...(known.fields && { fields: known.fields }),
    reference: newReference(),
  };
}

const sqliteFailures: readonly (readonly [prefix: string, code: ErrorCode, reason?: ErrorReason])[] = [
  ['SQLITE_FULL', 'busy', 'disk_full'],
  ['ENOSPC', 'busy', 'disk_full'],
  ['SQLITE_BUSY', 'busy', 'workspace_open_elsewhere'],
  ['SQLITE_READONLY', 'read_only', 'folder_read_only'],
  ['EACCES', 'read_only', 'folder_read_only'],
  ['EROFS', 'read_only', 'folder_read_only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_IOERR', 'corrupt'],
  ['ENOENT', 'not_found', 'folder_missing'],
];

/** SQLite and the file system name their failures by code; Drizzle wraps them with the parameters, which go no further. */
function fromSqlite(error: unknown): StoreFailure {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
    const known = sqliteFailures.find(([prefix]) => code.startsWith(prefix));
    if (known) return new StoreFailure(known[1], known[2]);
  }
  return new StoreFailure('internal');
}
