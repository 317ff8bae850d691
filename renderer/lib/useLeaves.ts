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

/** Until when someone is away, and who acts meanwhile: a cover may have lost access, or be away too. */
export function useAwayText() {
  const t = useText();
  const names = useNames();
  return ({ isCovered, coverId, untilOn }: LeaveRow, name: string) => {
    const said = { name, on: untilOn };
    return isCovered
      ? t('fileWork:leave.choice', { ...said, cover: names.person(coverId) })
      : t('fileWork:leave.uncovered', said);
  };
}

/** A name where someone is chosen: who is away is said with the cover, and may be chosen all the same. */
export function useOfficerLabel() {
  const t = useText();
  const leaves = useLeaves();
  const away = useAwayText();
  return ({ id, displayName: name, hasAccess }: Person, ...units: UnitId[]) => {
    if (!hasAccess) return t('lists:noAccess', { name });
    const leave = leaves.running(id, ...units);
    return leave === undefined ? name : away(leave, name);
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
