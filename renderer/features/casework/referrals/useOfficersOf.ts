import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useOfficerLabel } from '../../../lib/useLeaves.ts';
import { useNames } from '../../../lib/useNames.ts';

/** Who may be given all of these files, and why others of these units may not. */
export function useOfficersOf(files: readonly { readonly unitId: UnitId }[]) {
  const t = useText();
  const { people, unitCode } = useNames();
  const label = useOfficerLabel();
  const unitIds = [...new Set(files.map((each) => each.unitId))];
  const ofSome = people.filter((person) => unitIds.some((unitId) => person.unitIds.includes(unitId)));
  const ofAll = ofSome.filter(
    (person) => person.hasAccess && unitIds.every((unitId) => person.unitIds.includes(unitId)),
  );
  const officers = ofAll.map((person) => ({
    id: person.id,
    displayName: label(person, ...unitIds),
  }));
  const missing = ofSome
    .filter((person) => !ofAll.includes(person))
    .map((person) => {
      if (!person.hasAccess) return label(person);
      const { displayName, unitIds: own } = person;
      const lacks = unitIds.filter((unitId) => !own.includes(unitId)).map(unitCode);
      return t('lists:notOfUnits', { name: displayName, units: lacks.join(', ') });
    });
  return { officers, unlisted: missing.length === 0 ? null : t('lists:notListed', { people: missing.join('; ') }) };
}
