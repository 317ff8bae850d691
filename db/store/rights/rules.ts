import { StoreFailure } from '../../ground/kernel/failure.ts';

/** A workspace without an administrator could never be administered again. */
export function requireAdministratorLeft(administrators: readonly string[], userId: string, keepsRole: boolean): void {
  if (!keepsRole && administrators.every((each) => each === userId))
    throw new StoreFailure('conflict', 'last_administrator');
}
