export type { ServerPlace, ServerTrust } from '#contract/store/server';

/** A login role of the server, and what the server knows it by. */
export interface ServerAccount {
  readonly user: string;
  readonly password: string;
}
