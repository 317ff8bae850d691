import type { ErrorCode, ErrorReason, Failure, FieldProblem } from '#contract/ground/errors';
import { randomBytes } from 'node:crypto';

/** A failure that may be shown: a code of the closed list, never a value of a record. */
export class StoreFailure extends Error {
  readonly code: ErrorCode;
  readonly reason: ErrorReason | undefined;
  readonly fields: readonly FieldProblem[] | undefined;

  /** `at`: the path of the field that the reason is about, or problems of several fields. */
  constructor(code: ErrorCode, reason?: ErrorReason, at?: string | readonly FieldProblem[]) {
    super(reason ? `${code}: ${reason}` : code);
    this.code = code;
    this.reason = reason;
    this.fields = typeof at === 'string' ? [{ path: at, code: reason ?? code }] : at;
  }
}

export function newReference(): string {
  return randomBytes(4).toString('hex').toUpperCase();
}

export function toFailure(error: unknown): Failure {
  const known = fromSystem(error);
  return {
    code: known.code,
    ...(known.reason && { reason: known.reason }),
    ...(known.fields && { fields: known.fields }),
    reference: newReference(),
  };
}

/** What a system, a disk or a server may answer, and what it means to the user. The first that fits holds. */
const systemFailures: readonly (readonly [prefix: string, code: ErrorCode, reason?: ErrorReason])[] = [
  ['SQLITE_FULL', 'busy', 'disk_full'],
  ['SQLITE_IOERR_NOMEM', 'busy'],
  ['SQLITE_IOERR_LOCK', 'invalid_input', 'network_share'],
  ['SQLITE_PROTOCOL', 'busy', 'workspace_open_elsewhere'],
  ['SQLITE_BUSY', 'busy', 'workspace_open_elsewhere'],
  ['SQLITE_READONLY', 'read_only', 'folder_read_only'],
  ['SQLITE_CANTOPEN', 'read_only', 'access_denied'],
  ['SQLITE_PERM', 'read_only', 'access_denied'],
  ['SQLITE_AUTH', 'read_only', 'access_denied'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_IOERR', 'read_only', 'store_disk_failing'],
  ['ENOSPC', 'busy', 'disk_full'],
  ['EDQUOT', 'busy', 'disk_full'],
  ['EFBIG', 'busy', 'disk_full'],
  ['EROFS', 'read_only', 'folder_read_only'],
  ['EACCES', 'read_only', 'access_denied'],
  ['EPERM', 'read_only', 'access_denied'],
  ['EISDIR', 'invalid_input', 'not_a_file'],
  ['ENOTDIR', 'not_found', 'file_missing'],
  ['ENOENT', 'not_found', 'file_missing'],
  ['ELOOP', 'not_found', 'file_missing'],
  ['ENXIO', 'not_found', 'file_missing'],
  ['ENODEV', 'not_found', 'file_missing'],
  ['ENAMETOOLONG', 'invalid_input', 'path_too_long'],
  ['EBUSY', 'busy', 'file_in_use'],
  ['ETXTBSY', 'busy', 'file_in_use'],
  ['EAGAIN', 'busy', 'file_in_use'],
  ['EMFILE', 'busy', 'file_in_use'],
  ['ENFILE', 'busy', 'file_in_use'],
  ['EEXIST', 'conflict', 'name_taken'],
  ['ENOTEMPTY', 'conflict', 'name_taken'],
  ['EIO', 'read_only', 'disk_failing'],
  ['ERR_FS_FILE_TOO_LARGE', 'invalid_input', 'file_too_large'],
  ['ECONN', 'busy', 'server_away'],
  ['ETIMEDOUT', 'busy', 'server_away'],
  ['EHOST', 'busy', 'server_away'],
  ['ENET', 'busy', 'server_away'],
  ['ENOTFOUND', 'busy', 'server_away'],
  ['EAI_AGAIN', 'busy', 'server_away'],
  ['EPIPE', 'busy', 'server_away'],
  ['ERR_TLS_', 'forbidden', 'server_certificate'],
  ['ERR_SSL_', 'forbidden', 'server_certificate'],
  ['CERT_', 'forbidden', 'server_certificate'],
  ['SELF_SIGNED_CERT', 'forbidden', 'server_certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'forbidden', 'server_certificate'],
  ['UNABLE_TO_', 'forbidden', 'server_certificate'],
  // PostgreSQL names its failures by five letters or digits (appendix A of its manual).
  ['28P01', 'wrong_key', 'server_credentials'],
  ['28000', 'forbidden', 'server_rights'],
  ['42501', 'forbidden', 'server_rights'],
  ['25006', 'read_only', 'server_standby'],
  ['3D000', 'not_found', 'server_not_prepared'],
  ['42P01', 'not_found', 'server_not_prepared'],
  ['53100', 'busy', 'server_full'],
  ['55P03', 'busy', 'server_locked'],
  ['57014', 'busy', 'server_locked'],
  ['VG001', 'read_only', 'moved_away'],
  ['53300', 'busy', 'server_busy'],
  ['57P0', 'busy', 'server_away'],
  ['25P03', 'busy', 'server_away'],
  ['08', 'busy', 'server_away'],
];

/** What the driver of PostgreSQL says in a sentence alone. */
const driverFailures: typeof systemFailures = [
  ['The server does not support SSL', 'forbidden', 'server_plain'],
  ['There was an error establishing an SSL', 'busy', 'server_away'],
  ['Connection terminated', 'busy', 'server_away'],
  ['Client has encountered a connection error', 'busy', 'server_away'],
  ['Client was closed', 'busy', 'server_away'],
  ['timeout expired', 'busy', 'server_away'],
];

/** SQLite, PostgreSQL and the file system name their failures by code; Drizzle wraps them with the parameters, which go no further. */
function fromSystem(error: unknown): StoreFailure {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof StoreFailure) return current;
    const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
    const known =
      systemFailures.find(([prefix]) => code.startsWith(prefix)) ??
      driverFailures.find(([prefix]) => code === '' && current.message.startsWith(prefix));
    if (known) return new StoreFailure(known[1], known[2]);
  }
  return new StoreFailure('internal');
}
