import { sha256 } from '../../ground/kernel/signing.ts';
import { externalKey } from './rules.ts';

/** A file's number as an extract would give it, hashed with its unit: enough to know it again. */
export function numberHash(unitId: string, number: string): string {
  return sha256(`vigie number ${unitId} ${externalKey(number) ?? ''}`);
}
