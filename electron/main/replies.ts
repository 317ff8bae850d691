import { randomBytes } from 'node:crypto';
import type { ErrorCode, Failure, Reply } from '#contract/ground/errors';

export function done<T>(value: T): Reply<T> {
  return { ok: true, value };
}

function failure(code: ErrorCode, more: Pick<Failure, 'reason' | 'fields'> = {}): Failure {
  return { code, ...more, reference: randomBytes(4).toString('hex').toUpperCase() };
}

export function refused(code: ErrorCode, more: Pick<Failure, 'reason' | 'fields'> = {}): Reply<never> {
  return { ok: false, error: failure(code, more) };
}
