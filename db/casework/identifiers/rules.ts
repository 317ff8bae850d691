import type { IdentifierKind } from '#contract/ground/codes';
import { civilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';
import { utcOffset, type IdentifierFacts, type SharedReason } from '#contract/casework/identifiers';
import { identifierKey } from './normalise.ts';

const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

export interface Seen {
  readonly seenOffset: string | null;
  readonly seenAt: number | null;
}

/** The instant that the source's words mean. Without an offset, in the words or next to them, there is none: a time zone is never guessed. */
export function readSeen(text: string | null, offset: string | null): Seen {
  const [, day, time, own] = written.exec(text?.trim() ?? '') ?? [];
  const stated = own === undefined ? offset : toOffset(own);
  return { seenOffset: stated, seenAt: stated === null ? null : instantOf(day, time, stated) };
}

/** Null where the day is none of a calendar, which a date of this language would carry into the next month. */
function instantOf(day: string | undefined, time: string | undefined, offset: string): number | null {
  if (day === undefined || time === undefined || !civilDate.safeParse(day).success) return null;
  const at = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`);
  return Number.isNaN(at) ? null : at;
}

/** Null where it is the offset of no clock. */
function toOffset(written: string): string | null {
  if (/^[zug]/i.test(written)) return '+00:00';
  return utcOffset.safeParse(written.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')).data ?? null;
}

/** What an identifier cannot be as given. */
export function identifierProblems(facts: IdentifierFacts): FieldProblem[] {
  const unreadable = identifierKey(facts.kind, facts.value) === null ? [{ path: 'value', code: 'not_of_kind' }] : [];
  const unexplained =
    facts.kind === 'ip' && facts.obtained === null ? [{ path: 'obtained', code: 'obtained_needed' }] : [];
  const unreferenced =
    facts.obtained === 'order' && facts.obtainedReference === null
      ? [{ path: 'obtainedReference', code: 'invalid_type' }]
      : [];
  return [...unreadable, ...unexplained, ...unreferenced];
}

export interface Compared {
  readonly service: string | null;
  readonly port: number | null;
  readonly seenAt: number | null;
}

const plainReasons = {
  email: 'same_email',
  phone: 'same_phone',
  url: 'same_url',
  device: 'same_device',
  other: 'same_identifier',
} as const satisfies Partial<Record<IdentifierKind, SharedReason>>;

/**
 * Why two identifiers of one kind and key may be one and the same; null where they are not. An address is passed from
 * one customer to the next, so two times far apart are no match; behind a shared address the port tells customers apart.
 */
export function sharedReasonOf(
  kind: IdentifierKind,
  one: Compared,
  other: Compared,
  windowMs: number,
): SharedReason | null {
  if (kind === 'ip') return addressReason(one, other, windowMs);
  if (kind !== 'handle') return plainReasons[kind];
  const services = [one.service, other.service].map((name) => name?.trim().toLowerCase() ?? null);
  const differ = services[0] !== null && services[1] !== null && services[0] !== services[1];
  return differ ? 'same_handle_other_service' : 'same_handle';
}

function addressReason(one: Compared, other: Compared, windowMs: number): SharedReason | null {
  const timed = one.seenAt !== null && other.seenAt !== null;
  if (timed && Math.abs(one.seenAt - other.seenAt) > windowMs) return null;
  if (one.port !== null && other.port !== null && one.port !== other.port) return 'same_ip_other_port';
  return timed ? 'same_ip_and_time' : 'same_ip';
}
