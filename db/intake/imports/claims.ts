import type { VerdictReason } from '#contract/intake/verdicts';
import type { HeldNumber } from '../../casework/referrals/knownNumbers.ts';
import type { TableRow } from '../../documents/tables/types.ts';
import { repeatedFingerprint } from './fingerprint.ts';
import type { KeptRow, KeptRows } from './keptRows.ts';
import type { ImportedReferral, Judge } from './types.ts';

interface Claim {
  /** The place of the row in `rows`. */
  readonly index: number;
  readonly isEnded: boolean;
}

type Judged = Pick<KeptRow, 'verdict' | 'reasons'>;

/** What the file claims: of each number its row, with the facts that are compared; of rows without one, what they say. */
export interface Claims {
  readonly numbers: Map<string, HeldNumber & Claim>;
  readonly fingerprints: Map<string, Claim>;
  readonly repeats: Map<number, number>;
  /** How many rows of the sheet said the same so far. */
  readonly times: Map<string, number>;
  /** Open rows that come again with their end: the later one counts. */
  readonly outdated: Map<number, Judged>;
  /** Whose open rows come in with a name alone. */
  readonly officers: Set<string>;
}

export const noClaims = (): Claims => ({
  numbers: new Map(),
  fingerprints: new Map(),
  repeats: new Map(),
  times: new Map(),
  outdated: new Map(),
  officers: new Set(),
});

interface AddedLine extends TableRow {
  /** What reading the line alone has put into it. */
  readonly notes: readonly VerdictReason[];
}

export function addRow(rows: KeptRows, claims: Claims, judge: Judge, { line, cells, notes }: AddedLine): void {
  const { referral, reasons } = judge({ cells, above: rows.lastGroup().above });
  const repeated = referral && claimRow(claims, referral, rows.size);
  const judged: Judged =
    repeated ??
    (referral === null ? { verdict: 'invalid', reasons } : { verdict: 'new', reasons: [...reasons, ...notes] });
  rows.add({ line, cells, ...judged, receivedOn: referral?.receivedOn ?? null });
  if (judged.verdict !== 'new' || !referral) return;
  if (referral.ended === null && referral.officerNamed !== null) claims.officers.add(referral.officerNamed);
}

/** To be called once after the last row. */
export function endRows(rows: KeptRows, { outdated }: Claims): void {
  rows.pack();
  for (const [index, judged] of outdated) rows.judge(index, judged);
}

/** What a row is that comes again; null where it is the one that counts. */
function claimRow(claims: Claims, referral: ImportedReferral, index: number): Judged | null {
  const { externalKey, fingerprint, unitId, receivedOn } = referral;
  const claim = { index, isEnded: referral.ended !== null };
  if (externalKey !== null) {
    const earlier = claims.numbers.get(externalKey);
    if (earlier && (earlier.receivedOn !== receivedOn || earlier.unitId !== unitId))
      return { verdict: 'conflict', reasons: ['twice_with_other_facts'] };
    const repeated: Judged = { verdict: 'duplicate', reasons: ['twice_in_file'] };
    return claimOnce(claims.numbers, externalKey, { ...claim, unitId, receivedOn }, { ...claims, repeated });
  }
  if (fingerprint === null) return null;
  const time = (claims.times.get(fingerprint) ?? 0) + 1;
  claims.times.set(fingerprint, time);
  if (time > 1) claims.repeats.set(index, time);
  // What another sheet has is known again as it would be in a later file.
  const repeated: Judged = { verdict: 'duplicate', reasons: ['row_on_other_sheet'] };
  return claimOnce(claims.fingerprints, repeatedFingerprint(fingerprint, time), claim, { ...claims, repeated });
}

function claimOnce<Held extends Claim>(
  held: Map<string, Held>,
  key: string,
  claim: Held,
  { outdated, repeated }: Pick<Claims, 'outdated'> & { readonly repeated: Judged },
): Judged | null {
  const earlier = held.get(key);
  if (earlier && (earlier.isEnded || !claim.isEnded)) return repeated;
  if (earlier) outdated.set(earlier.index, repeated);
  held.set(key, claim);
  return null;
}
