import { measure } from '#contract/ground/codes';
import type { Check, ReturnContent } from '#contract/reporting/returns';

export interface CheckGroup {
  readonly code: Check['code'];
  readonly blocking: boolean;
  readonly checks: readonly Check[];
}

/** Checks that say the same are grouped: what blocks first, then in the order of the store. */
export function groupChecks(checks: readonly Check[]): readonly CheckGroup[] {
  const groups = new Map<string, { readonly first: Check; readonly checks: Check[] }>();
  for (const check of checks) {
    const key = `${check.code} ${String(check.blocking)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: check, checks: [check] });
    else group.checks.push(check);
  }
  const all = [...groups.values()].map(({ first, checks: own }) => ({
    code: first.code,
    blocking: first.blocking,
    checks: own,
  }));
  return [...all.filter((group) => group.blocking), ...all.filter((group) => !group.blocking)];
}

/** A check names measures of the panel or codes of indicators. */
export function measureOf(name: string) {
  const known = measure.safeParse(name);
  return known.success ? known.data : null;
}

export function blockingCount({ checks }: Pick<ReturnContent, 'checks'>): number {
  return checks.filter((check) => check.blocking).length;
}
