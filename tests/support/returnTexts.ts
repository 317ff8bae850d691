import type { CivilDate, Quarter } from '#contract/ground/dates';
import { attestationRole, narrativeSection } from '#contract/reporting/returnTexts';
import type { TestStore } from './store.ts';

/** Writes all that is asked of one version of a return but its explanations and reasons; each text names its section and version. */
export async function writeTexts(test: TestStore, id: string, quarter: Quarter, sequence = 1): Promise<void> {
  const which = { agreementId: id as never, quarter };
  const { narrative, attestations } = await test.call('returns.texts', which);
  for (const section of narrativeSection.options) {
    const text = { en: `${section}, version ${String(sequence)}`, fr: `${section}, version ${String(sequence)} (fr)` };
    const version = narrative.find((each) => each.section === section)?.version ?? null;
    await test.call('returns.narrate', { ...which, section, text, version });
  }
  for (const role of attestationRole.options) {
    const version = attestations.find((each) => each.role === role && each.sequence === sequence)?.version ?? null;
    const attestation = { name: `A. Fictive (${role})`, title: 'Inspector', on: '2026-10-15' as CivilDate };
    await test.call('returns.attest', { ...which, sequence, role, attestation, version });
  }
}
