import type { AuthorityFacts } from '#contract/casework/authorities';
import type { Input } from '#contract/index';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import type { TestStore } from './store.ts';

export const noFacts = {
  reference: null,
  heldBy: null,
  concerning: null,
  servedOn: null,
  dueOn: null,
  doneOn: null,
  endedOn: null,
  endReason: null,
  personId: null,
  place: null,
} as const satisfies Omit<AuthorityFacts, 'startedOn'>;

export async function openFile(test: TestStore, unitId: UnitId, lead: string | null = null) {
  return test.call('investigations.open', { unitId, openedOn: '2026-10-01', referralIds: [], lead });
}

type Given = Partial<Omit<Input<'authorities.record'>, 'kind' | 'startedOn'>>;

/** The input of a record of the kind, without what is not given. */
export function authorityInput(
  investigationId: InvestigationId,
  kind: string,
  startedOn: string,
  given: Given = {},
): Input<'authorities.record'> {
  return { ...noFacts, investigationId, kind, startedOn, variant: null, underId: null, ...given };
}
