import { otherSection } from '#contract/reporting/breakdowns';
import type { ClearanceReason } from '#contract/casework/clearance';
import type { OffenceCatalogue } from '#contract/casework/offences';
import { offenceOfSection } from '../../casework/offences/rules.ts';

/** A section as the catalogue writes it, however it was typed: no words of a file leave it. Null where there is none. */
export function sectionCategory(section: string | null, offences: OffenceCatalogue): string | null {
  if (section === null || section === '') return null;
  const found = offenceOfSection(offences, section)?.section.replace(/\s/g, '').toLowerCase();
  return found !== undefined && /^[a-z0-9_.()]{1,40}$/.test(found) ? found : otherSection;
}

/** Clearance category of a file: units name their own reasons, and the outcomes of those are the same in all of them. */
export function clearanceCategory(
  founded: boolean | null,
  reason: string | null,
  reasons: readonly Pick<ClearanceReason, 'code' | 'outcome'>[],
): string | null {
  if (founded === null) return null;
  if (!founded) return 'unfounded';
  return reasons.find((each) => each.code === reason)?.outcome ?? null;
}
