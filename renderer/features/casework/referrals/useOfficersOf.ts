import type { UnitId, UserId } from '#contract/ground/ids';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useOfficerLabel } from '../../../lib/useLeaves.ts';
import { useNames } from '../../../lib/useNames.ts';

/** Who may be given all of these files or has them all, and why others of these units may not. */
export function useOfficersOf(
  files: readonly { readonly unitId: UnitId }[],
  holders: readonly (UserId | null | undefined)[],
) {
  const t = useText();
  const { user } = useSession();
  const { people, unitCode } = useNames();
  const label = useOfficerLabel();
  const unitIds = [...new Set(files.map((each) => each.unitId))];
  // Who left and has none of the files is nobody to choose.
  const ofSome = people.filter(
    ({ id, hasAccess, unitIds: own }) =>
      (hasAccess || holders.includes(id)) && unitIds.some((unitId) => own.includes(unitId)),
  );
  const ofAll = ofSome.filter(
    ({ id, hasAccess, unitIds: own }) =>
      (hasAccess || holders.every((each) => each === id)) && unitIds.every((unitId) => own.includes(unitId)),
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
  const [first] = holders;
  // Until the names are read, nobody is known to be unlisted.
  const isListed = officers.length === 0 || officers.some(({ id }) => id === first);
  return {
    officers,
    /** Chosen until another is. */
    chosen: (isListed ? first : null) ?? user.id,
    unlisted: missing.length === 0 ? null : t('lists:notListed', { people: missing.join('; ') }),
  };
}
