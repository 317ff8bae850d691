import { useMemo } from 'react';
import type { UnitId, UserId } from '#contract/ground/ids';
import { useRead } from '../bridge/queries.ts';
import { useSession } from '../bridge/session.ts';

export interface Person {
  readonly id: UserId;
  readonly displayName: string;
  readonly unitIds: readonly UnitId[];
  readonly hasAccess: boolean;
}

interface UnitName {
  readonly id: UnitId;
  readonly code: string;
}

export interface Names {
  /** The units of who is signed in that take new files, by code. */
  readonly units: readonly UnitName[];
  /** Who works on files of the unit, or did. */
  readonly peopleOf: (unitId: UnitId) => readonly Person[];
  readonly people: readonly Person[];
  readonly unitCode: (id: UnitId) => string;
  /** As it is said: with the code of its unit where the user sees more than one, since two units may have one number. */
  readonly fileNumber: (file: { readonly unitId: UnitId | null; readonly number: string }) => string;
  /** What is typed or pasted as a number, without the code of a unit before it. */
  readonly bareNumber: (typed: string) => string;
  readonly person: (id: UserId) => string;
}

/** Names for the ids that rows carry. */
export function useNames(): Names {
  const { unitIds } = useSession();
  const units = useRead('units.list', {}).data?.units;
  const users = useRead('users.directory', {}).data?.users;
  return useMemo(() => {
    const codes = new Map((units ?? []).map((unit) => [unit.id, unit.code]));
    const people = (users ?? [])
      .filter((user) => user.roles.some((role) => role === 'investigator' || role === 'supervisor'))
      .toSorted((a, b) => a.displayName.localeCompare(b.displayName));
    const names = new Map((users ?? []).map((user) => [user.id, user.displayName]));
    const own = (units ?? [])
      .filter((unit) => unitIds.includes(unit.id))
      .toSorted((a, b) => a.code.localeCompare(b.code));
    return {
      units: own.filter(({ active }) => active),
      fileNumber: ({ unitId, number }) => {
        const code = (unitId === null ? undefined : codes.get(unitId)) ?? '';
        return own.length < 2 || code === '' ? number : `${code}-${number}`;
      },
      bareNumber: (typed) => {
        const text = typed.trim();
        const unit = own.find(({ code }) => text.toLowerCase().startsWith(`${code.toLowerCase()}-`));
        // With one unit, no number is shown with its code.
        return unit === undefined || own.length < 2 ? text : text.slice(unit.code.length + 1);
      },
      people,
      peopleOf: (unitId) => people.filter((user) => user.unitIds.includes(unitId)),
      unitCode: (id) => codes.get(id) ?? '',
      person: (id) => names.get(id) ?? '',
    };
  }, [units, users, unitIds]);
}
