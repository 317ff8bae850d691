import type { QueryClient } from '@tanstack/react-query';
import type { Topic } from '#contract/ground/define';
import type { MethodName } from '#contract/index';

const estimates = ['counterfactual.', 'plans.project', 'plans.backtest', 'plans.findStaff'] as const;

/** The reads that a topic makes stale, by the beginning of their method's name. */
const staleReads: Record<Topic, readonly string[]> = {
  session: ['session.', 'drafts.', 'clock.', 'due.'],
  users: ['users.', 'recoveryKey.', 'firstDay.', 'leave.', 'week.'],
  units: ['units.', 'countingRules.', 'firstDay.'],
  settings: ['settings.', 'workspace.'],
  backups: ['backups.', 'firstDay.'],
  // What an investigation shows of its referrals goes with them.
  referrals: [
    'referrals.',
    'corrections.',
    'persons.',
    'identifiers.',
    'tips.',
    'due.',
    'firstDay.',
    'triagePeriods.',
    'week.',
    'search.',
    'papers.',
  ],
  imports: ['imports.', 'importMappings.', 'extracts.'],
  investigations: [
    'investigations.',
    'corrections.',
    'charges.',
    'search.',
    'timeline.',
    'handover.',
    'week.',
    'papers.',
  ],
  authorities: [
    'authorities.',
    'corrections.',
    'delays.',
    'due.',
    'clockSettings.',
    'week.',
    'investigations.',
    'timeline.',
    'papers.',
  ],
  persons: ['persons.', 'corrections.', 'identifiers.', 'tips.', 'support.', 'tallies.', 'search.', 'papers.'],
  offences: [
    'offences.',
    'corrections.',
    'clearance.',
    'clearanceReasons.',
    'investigations.openItems',
    'search.',
    'papers.',
  ],
  fileWork: [
    'corrections.',
    'notes.',
    'tasks.',
    'hearings.',
    'week.',
    'devices.',
    'partners.',
    'operations.',
    'links.',
    'transfers.',
    'handover.',
    'timeline.',
    'due.',
    'investigations.',
    'papers.',
  ],
  leave: ['leave.', 'due.', 'referrals.', 'handover.', 'week.'],
  papers: ['papers.', 'redactionGrounds.', 'timeline.', 'handover.'],
  exchanges: ['exchanges.'],
  records: ['seals.', 'retention.', 'purges.'],
  // An estimate is kept until it is touched, and it starts from the backlog.
  backlog: ['backlog.', ...estimates],
  unitMonths: ['unitMonths.'],
  agreements: ['agreements.', 'funding.', 'reports.', 'across.', 'readiness.'],
  // Plans leave of the positions that come the share empty that the register of positions gives.
  funding: ['funding.', 'reports.', 'across.', 'readiness.', 'plans.project', 'plans.findStaff'],
  packs: ['packs.', 'keys.', 'entered.', 'across.', 'readiness.'],
  frameworks: ['frameworks.', 'entered.', 'readiness.'],
  returns: ['returns.', 'annual.', 'renewal.', 'reports.', 'across.', 'readiness.'],
  rollup: ['rollup.', 'across.'],
  templates: ['templates.'],
  lists: ['lists.', 'drafts.'],
  counterfactual: estimates,
  laboratory: ['assumptionSets.', 'reference.'],
  plans: ['plans.list', 'plans.project'],
  audit: ['audit.'],
  presence: ['presence.'],
};

export function isTouched(method: string, topics: readonly Topic[]): boolean {
  return topics.some((topic) => staleReads[topic].some((prefix) => method.startsWith(prefix)));
}

/** Refetches what is on screen and marks the rest stale: no list is patched by hand. */
export async function refetchTouched(client: QueryClient, topics: readonly Topic[]): Promise<void> {
  if (topics.length === 0) return;
  await client.invalidateQueries({ predicate: (query) => isTouched(query.queryKey[0] as MethodName, topics) });
}
