import { describe, expect, it } from 'vitest';
import { readSeen, sharedReasonOf } from '../../../../db/casework/identifiers/rules.ts';

describe('one address seen twice', () => {
  const hour = 3_600_000;
  const at = (hours: number | null, port: number | null = null) => ({
    service: null,
    port,
    seenAt: hours === null ? null : hours * hour,
  });
  it.each([
    [at(0), at(23), 'same_ip_and_time'],
    [at(0), at(25), null],
    [at(0), at(null), 'same_ip'],
    [at(0, 80), at(1, 80), 'same_ip_and_time'],
    [at(0, 80), at(1), 'same_ip_and_time'],
    [at(0, 80), at(1, 81), 'same_ip_other_port'],
    [at(0, 80), at(30, 81), null],
  ])('%j and %j: %s', (one, other, reason) => {
    expect(sharedReasonOf('ip', one, other, 24 * hour)).toBe(reason);
    expect(sharedReasonOf('ip', other, one, 24 * hour)).toBe(reason);
  });
});

describe('the words of a time', () => {
  it.each([
    ['2026-11-03T14:22:10-05:00', null, '-05:00', '2026-11-03T19:22:10Z'],
    ['2026-11-03 14:22 UTC', null, '+00:00', '2026-11-03T14:22:00Z'],
    ['2026-11-03 14:22', '-03:30', '-03:30', '2026-11-03T17:52:00Z'],
    ['2026-11-03 14:22', null, null, null],
    ['3 November, evening', '-05:00', '-05:00', null],
    ['2026-13-03 14:22Z', null, '+00:00', null],
    ['2026-11-03 14:22+99:00', '-05:00', null, null],
  ])('%s with %s', (text, offset, seenOffset, instant) => {
    expect(readSeen(text, offset)).toEqual({ seenOffset, seenAt: instant === null ? null : Date.parse(instant) });
  });
});
