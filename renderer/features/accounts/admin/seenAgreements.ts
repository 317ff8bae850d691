import { maySeeSomeOnly } from '#contract/store/session';

interface Rights {
  readonly roles: readonly string[];
  readonly agreementIds: readonly string[] | null;
}

/** The rights that a form gives: a choice that its roles no longer ask for counts for nothing. */
export function withSeenAgreements<T extends Rights>(rights: T): T {
  return maySeeSomeOnly(rights.roles) ? rights : { ...rights, agreementIds: null };
}
