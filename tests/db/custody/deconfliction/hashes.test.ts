import { identifierKind, type IdentifierKind } from '#contract/ground/codes';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasherOf, referenceOf } from '../../../../db/custody/deconfliction/hashes.ts';
import { matchEntries } from '../../../../db/custody/deconfliction/rules.ts';
import { identifierKey } from '../../../../db/casework/identifiers/normalise.ts';
import { sharedReasonOf } from '../../../../db/casework/identifiers/rules.ts';

const exchangeId = '5b0c2f7e-3f0e-4d5b-9f0a-0c4a0e2b6d11';
const sharedKey = 'ABCDE-FGHJK-MNPQR-STVWX-YZ234-56789';
const alone = { service: null, port: null, seenAt: null };
const windowMs = 24 * 60 * 60 * 1000;

describe('a keyed hash', () => {
  it('of a short identifier cannot be found by trying all of them without the key', () => {
    const short = Array.from({ length: 10_000 }, (_, each) => String(each).padStart(4, '0'));
    const asHandle = (key: string) => ({ kind: 'handle', identifierKey: key, ...alone }) as const;
    const { hash } = hasherOf(sharedKey, exchangeId)(asHandle('4711'));
    const found = (hashed: (key: string) => string) => short.filter((key) => hashed(key) === hash);
    const under = (key: string, id: string) => {
      const hasher = hasherOf(key, id);
      return found((each) => hasher(asHandle(each)).hash);
    };
    expect(under(sharedKey, exchangeId)).toEqual(['4711']);
    expect(under(sharedKey.replace('A', 'B'), exchangeId)).toEqual([]);
    expect(under('', exchangeId)).toEqual([]);
    expect(under(sharedKey, exchangeId.replace('5', '6'))).toEqual([]);
    for (const written of [(key: string) => key, (key: string) => `handle\n${key}`])
      expect(found((key) => createHash('sha256').update(written(key)).digest('hex'))).toEqual([]);
  });

  it('has references of each request that say nothing of the next', () => {
    const hashed = hasherOf(sharedKey, exchangeId)({ kind: 'handle', identifierKey: '4711', ...alone });
    const [one, other] = ['b25l', 'b3RoZXI='].map((key) => referenceOf(key, hashed));
    expect(one).toMatch(/^[0-9a-f]{20}$/);
    expect(other).not.toBe(one);
    expect(hashed.hash).not.toContain(one);
  });
});

const few = {
  email: ['A.b@gmail.com', 'ab+x@gmail.com', 'ab@example.org'],
  handle: ['@Ab', 'ab', 'cd'],
  phone: ['819-555-0142', '+1 (819) 555 0142', '8195550143'],
  ip: ['203.0.113.7', '::ffff:203.0.113.7', '203.0.113.8'],
  url: ['https://example.org/a', 'example.org/a', 'example.org/A'],
  device: ['35-1', '351', '352'],
  other: ['A  b', 'a b', 'ab'],
} as const satisfies Record<IdentifierKind, readonly string[]>;

/** From a pool so small that most identifiers meet another. */
const identifier = fc
  .record({
    kind: fc.constantFrom(...identifierKind.options),
    choice: fc.nat(2),
    service: fc.constantFrom(null, 'Chat', ' chat', 'Forum'),
    port: fc.constantFrom(null, 4000, 4001),
    seenAt: fc.constantFrom(null, 0, windowMs, 3 * windowMs),
  })
  .map(({ choice, ...facts }) => {
    const key = identifierKey(facts.kind, few[facts.kind][choice]!);
    return { ...facts, identifierKey: key! };
  });

describe('matching', () => {
  it('finds what a plain comparison of the normalised identifiers finds, for the same reasons', () => {
    fc.assert(
      fc.property(fc.array(identifier, { maxLength: 12 }), fc.array(identifier, { maxLength: 12 }), (theirs, own) => {
        const hash = hasherOf(sharedKey, exchangeId);
        const entries = theirs.map((each, index) => ({ reference: String(index), ...hash(each) }));
        const found = matchEntries(own, hash, entries, windowMs).map((match) =>
          [match.reference, own.indexOf(match.own), match.reason].join(' '),
        );
        const plain = own.flatMap((mine, at) =>
          theirs.flatMap((each, index) => {
            if (each.kind !== mine.kind || each.identifierKey !== mine.identifierKey) return [];
            const reason = sharedReasonOf(mine.kind, mine, each, windowMs);
            return reason === null ? [] : [[index, at, reason].join(' ')];
          }),
        );
        expect(found.sort()).toEqual(plain.sort());
      }),
    );
  });
});
