import type { Locale } from '#contract/ground/codes';
import { attestationRole, missingIn, narrativeSection } from '#contract/reporting/returnTexts';
import type { Check } from '#contract/reporting/returns';
import { finding, type CheckInput } from './finding.ts';

function narrativeChecks({ texts, languages }: CheckInput): readonly Check[] {
  return narrativeSection.options.flatMap((part) => {
    const missing = missingIn(texts.narrative[part], languages);
    if (missing.length === 0) return [];
    return [finding(null, { code: 'narrative_missing', blocking: false, part, languages: missing, mend: 'narrative' })];
  });
}

/** Preliminary figures may go out unattested, and the return says so; final ones may not. */
function attestationChecks({ texts: { attestations, actualsStatus } }: CheckInput): readonly Check[] {
  return attestationRole.options
    .filter((role) => !attestations.some((each) => each.role === role))
    .map((part) =>
      finding(null, { code: 'attestation_missing', blocking: actualsStatus === 'final', part, mend: 'narrative' }),
    );
}

/** One line for each unit: a restatement may change hundreds of cells. */
function reasonChecks({ texts: { restatement }, languages }: CheckInput): readonly Check[] {
  const missing = new Map<string | null, Set<Locale>>();
  for (const { unitCode, why } of restatement?.changes ?? [])
    for (const language of missingIn(why, languages))
      missing.set(unitCode, (missing.get(unitCode) ?? new Set()).add(language));
  return [...missing].map(([unitCode, found]) =>
    finding(unitCode, {
      code: 'reason_missing',
      blocking: true,
      languages: languages.filter((each) => found.has(each)),
      mend: 'reasons',
    }),
  );
}

/** What people must still write. */
export function textChecks(input: CheckInput): readonly Check[] {
  return [...reasonChecks(input), ...narrativeChecks(input), ...attestationChecks(input)];
}
