import type { ErrorCode, ErrorReason } from '#contract/ground/errors';

/** What happened, then what was kept and what to do. */
export type Message = readonly [title: string, advice: string];

/** A code or a reason without its words does not compile. */
export interface FailureWords {
  readonly codes: Readonly<Record<ErrorCode, Message>>;
  readonly reasons: Readonly<Record<ErrorReason, Message>>;
}
