import { useMemo } from 'react';
import { caseRoles } from '#contract/ground/access';
import type { LeaveRow } from '#contract/casework/leave';
import type { UnitId, UserId } from '#contract/ground/ids';
import { useRead } from '../bridge/queries.ts';
import { useSession } from '../bridge/session.ts';
import { useText } from '../i18n/text.ts';
import { useNames, type Person } from './useNames.ts';

interface Leaves {
  /** Those that run and those ahead, the earliest first. */
  readonly all: readonly LeaveRow[];
  readonly isRead: boolean;
  /** The one of today, in any of the units. */
  readonly running: (officer: UserId, ...unitIds: readonly UnitId[]) => LeaveRow | undefined;
}

/** Who is away: in a workspace of cases, to those who work on them. */
export function useLeaves(): Leaves {
  const { roles, workspace } = useSession();
  const enabled = workspace.kind === 'unit' && caseRoles.some((role) => roles.includes(role));
  const { data } = useRead('leave.list', {}, { enabled });
  return useMemo(() => {
    const { today, leaves } = data ?? { today: '', leaves: [] };
    return {
      all: leaves,
      isRead: data !== undefined,
      running: (officer, ...unitIds) =>
        leaves.find((each) => each.userId === officer && unitIds.includes(each.unitId) && each.fromOn <= today),
    };
  }, [data]);
}

/** A name where someone is chosen: who is away is said with the cover, and may be chosen all the same. */
export function useOfficerLabel() {
  const t = useText();
  const leaves = useLeaves();
  const names = useNames();
  return ({ id, displayName: name, hasAccess }: Person, ...units: UnitId[]) => {
    if (!hasAccess) return t('lists:noAccess', { name });
    const leave = leaves.running(id, ...units);
    if (leave === undefined) return name;
    return t('fileWork:leave.choice', { name, on: leave.untilOn, cover: names.person(leave.coverId) });
  };
}

/** Who may be given something of a unit, and who has it. */
export function useOfficerOptions(
  unitId: UnitId,
  holder: UserId | null = null,
): readonly { readonly value: UserId; readonly label: string }[] {
  const label = useOfficerLabel();
  return useNames()
    .peopleOf(unitId)
    .filter(({ id, hasAccess }) => hasAccess || id === holder)
    .map((person) => ({ value: person.id, label: label(person, unitId) }));
}
