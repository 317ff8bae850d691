import type { InvestigationId } from '#contract/ground/ids';
import type { TestStore } from './store.ts';

export async function addOffence(test: TestStore, investigationId: InvestigationId, on: string): Promise<void> {
  const offence = { offence: 'cc_163_1_4', firstOn: on, lastOn: on, attempted: false };
  await test.call('offences.add', { investigationId, ...offence });
}

/** Records the offence and the clearance that a file with charges needs before it is concluded. */
export async function clearCharges(test: TestStore, investigationId: InvestigationId, on: string): Promise<void> {
  await addOffence(test, investigationId, on);
  const { clearance } = await test.call('clearance.get', { investigationId });
  const status = { founded: true, reason: 'charged', on };
  await test.call('clearance.record', { investigationId, version: clearance?.version ?? null, status });
}
