import { differenceInCalendarDays, parseISO } from 'date-fns';
import type { Agreement } from '#contract/reporting/agreements';

export type Signature =
  | { readonly state: 'signed'; readonly daysLate: number | null }
  | { readonly state: 'awaited'; readonly daysLate: number | null };

function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

/** How far the signature was from its planned day; unknown where no day was planned, never below zero while awaited. */
export function signatureOf(
  { signaturePlannedOn, signedOn }: Pick<Agreement, 'signaturePlannedOn' | 'signedOn'>,
  now: string,
): Signature {
  const lateOn = (day: string) => (signaturePlannedOn === null ? null : daysBetween(signaturePlannedOn, day));
  if (signedOn !== null) return { state: 'signed', daysLate: lateOn(signedOn) };
  const late = lateOn(now);
  return { state: 'awaited', daysLate: late === null ? null : Math.max(0, late) };
}
