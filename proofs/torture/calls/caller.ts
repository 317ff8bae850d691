import type { Role } from '#contract/ground/codes';
import type { Reply } from '#contract/ground/errors';
import type { TestStore } from '../../../tests/support/store.ts';
import type { Known } from './known.ts';

/** Who calls, and the second, naive rule of what they may see and change. */
export interface Caller {
  readonly login: string;
  readonly role: Role;
  /** On a copy of a workspace, by whose making what methods want is known. */
  readonly open: (known: Known) => Promise<TestStore>;
  /** What of another's is in an answer. */
  readonly secretsIn: (name: string, reply: Reply<unknown>) => readonly string[];
  /** Rows of another, to be the same afterwards. */
  readonly others: (test: TestStore) => readonly string[];
}
