import type { IdentifierFacts } from '#contract/casework/identifiers';
import type { VerdictReason } from '#contract/intake/verdicts';
import { holdersOf, soughtOf, type Sought } from '../../casework/identifiers/matches.ts';
import { sharedReasonOf } from '../../casework/identifiers/rules.ts';
import { addressWindow } from '../../casework/identifiers/window.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';

export interface RowIdentifiers {
  readonly index: number;
  readonly unitId: string;
  readonly identifiers: readonly IdentifierFacts[];
}

type Holder = Awaited<ReturnType<typeof holdersOf>>[number];

const keyOf = ({ kind, identifierKey }: { readonly kind: string; readonly identifierKey: string }): string =>
  `${kind} ${identifierKey}`;

/** Why the identifiers of a row are those of recorded files. */
function heldReasons(
  unitId: string,
  sought: readonly Sought[],
  holders: ReadonlyMap<string, readonly Holder[]>,
  windowMs: number,
): readonly VerdictReason[] {
  return sought.flatMap((one) =>
    (holders.get(keyOf(one)) ?? []).flatMap((holder): readonly VerdictReason[] => {
      const reason = sharedReasonOf(one.kind, one, holder, windowMs);
      if (reason === null) return [];
      return holder.unitId === unitId ? [reason] : [reason, 'shared_with_other_unit'];
    }),
  );
}

/**
 * Tells, piece by piece, which rows share an identifier with an earlier row or with a file of the workspace, and how. To be made in a
 * transaction, which sees every unit's. Such a row is another referral, perhaps about the same: it is imported, and the reason is shown.
 */
export async function sharedJudge(tx: WriteTx) {
  const windowMs = await addressWindow(tx);
  const earlier = new Map<string, Sought>();

  /** The last row with each key is compared, then replaced by this one. */
  const isInFile = (sought: readonly Sought[]): boolean => {
    const isShared = sought.some((one) => {
      const other = earlier.get(keyOf(one));
      return other !== undefined && sharedReasonOf(one.kind, one, other, windowMs) !== null;
    });
    for (const one of sought) earlier.set(keyOf(one), one);
    return isShared;
  };

  const items = await tx.select({ id: sealedItem.itemId }).from(sealedItem);
  const sealed = new Set<string | null>(items.map(({ id }) => id));

  return async (rows: readonly RowIdentifiers[]): Promise<ReadonlyMap<number, readonly VerdictReason[]>> => {
    const judged = rows.map(({ identifiers, ...row }) => ({ ...row, sought: soughtOf(identifiers) }));
    const held = await holdersOf(
      tx,
      judged.flatMap(({ sought }) => sought),
    );
    // A transaction sees what is sealed as well: it is not disclosed.
    const told = held.filter(({ fileId, personId }) => !sealed.has(fileId) && !sealed.has(personId));
    const holders = groupsBy(told, keyOf);
    const found = new Map<number, readonly VerdictReason[]>();
    for (const { index, unitId, sought } of judged) {
      const reasons = new Set(heldReasons(unitId, sought, holders, windowMs));
      if (isInFile(sought)) reasons.add('shared_in_file');
      if (reasons.size > 0) found.set(index, [...reasons]);
    }
    return found;
  };
}
