import { identifierKind } from '#contract/ground/codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierKey } from '../../../../db/casework/identifiers/normalise.ts';

const same = [
  ['email', 'Some.Body+news@Gmail.com', 'somebody@googlemail.com'],
  ['email', ' mailto:NORTH@Example.CA ', 'north@example.ca'],
  ['email', 'a@exämple.ca', 'a@xn--exmple-cua.ca'],
  ['handle', '@North_Star', 'north_star'],
  ['handle', 'ｎｏｒｔｈ', 'NORTH'],
  ['phone', '(819) 555-0142', '+1 819 555 0142'],
  ['phone', '1-819-555-0142 poste 12', '8195550142'],
  ['phone', '011 44 20 7946 0958', '+442079460958'],
  ['ip', '::ffff:203.0.113.7', '203.0.113.7'],
  ['ip', '2001:DB8:0:0::1', '[2001:db8::1]'],
  ['url', 'HTTPS://Example.CA:443/Path', 'http://example.ca/Path'],
  ['url', 'example.ca', 'https://example.ca/'],
  ['device', '35-209900 176148 1', '352099001761481'],
  ['other', ' Wallet  AB ', 'wallet ab'],
] as const;

const different = [
  ['email', 'some.body@example.ca', 'somebody@example.ca'],
  ['email', 'a+b@example.ca', 'a@example.ca'],
  ['handle', 'north.star', 'northstar'],
  ['url', 'https://example.ca/Path', 'https://example.ca/path'],
  ['url', 'ftp://example.ca/a', 'https://example.ca/a'],
  ['ip', '203.0.113.7', '203.0.113.8'],
] as const;

const unreadable = [
  ['email', 'no at sign'],
  ['email', 'a@localhost'],
  ['handle', '@'],
  ['phone', '555-0142'],
  ['phone', '819 555 014'],
  ['phone', '119 555 0142'],
  ['ip', '203.0.113.256'],
  ['ip', '203.0.113.07'],
  ['ip', 'fe80::1%eth0'],
  ['url', 'two words.ca'],
  ['url', 'localhost/a'],
  ['device', ' - '],
] as const;

describe('folding an identifier', () => {
  it.each(same)('%s %s is %s', (kind, one, other) => {
    expect(identifierKey(kind, one)).not.toBeNull();
    expect(identifierKey(kind, one)).toBe(identifierKey(kind, other));
  });

  it.each(different)('%s %s is not %s', (kind, one, other) => {
    expect(identifierKey(kind, one)).not.toBe(identifierKey(kind, other));
  });

  it.each(unreadable)('%s %s is none', (kind, value) => {
    expect(identifierKey(kind, value)).toBeNull();
  });
});

const written = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.emailAddress(),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.ipV4(),
  fc.ipV6(),
  fc.stringMatching(/^\+?[0-9 ()-]{7,18}$/),
);

describe('the laws of folding', () => {
  it('folding a key again changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identifierKind.options), written, (kind, value) => {
        const key = identifierKey(kind, value);
        fc.pre(key !== null);
        expect(identifierKey(kind, key)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  it('space around it changes nothing, nor does the case of what has none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identifierKind.options), written, (kind, value) => {
        expect(identifierKey(kind, `  ${value}\u00a0`)).toBe(identifierKey(kind, value));
      }),
    );
    const ascii = fc.stringMatching(/^[a-z0-9._@-]{1,30}$/);
    fc.assert(
      fc.property(fc.constantFrom('email', 'handle', 'device', 'other'), ascii, (kind, value) => {
        expect(identifierKey(kind, value.toUpperCase())).toBe(identifierKey(kind, value));
      }),
    );
  });

  it('every way of writing one address gives one key', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (groups) => {
        const plain = groups.map((each) => each.toString(16)).join(':');
        const padded = groups.map((each) => each.toString(16).padStart(4, '0').toUpperCase()).join(':');
        expect(identifierKey('ip', padded)).toBe(identifierKey('ip', plain));
      }),
    );
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const halves = address.split('.').map((each) => Number(each).toString(16).padStart(2, '0'));
        const mapped = `::ffff:${halves.slice(0, 2).join('')}:${halves.slice(2).join('')}`;
        expect(identifierKey('ip', mapped)).toBe(identifierKey('ip', address));
      }),
    );
  });

  it('every way of writing a number of North America gives one key', () => {
    const number = fc.stringMatching(/^[2-9][0-9]{2}[2-9][0-9]{6}$/);
    fc.assert(
      fc.property(
        number,
        fc.constantFrom('', '1', '+1 ', '1-'),
        fc.constantFrom(' ', '-', '.', ''),
        (ten, lead, gap) => {
          const typed = `${lead}${ten.slice(0, 3)}${gap}${ten.slice(3, 6)}${gap}${ten.slice(6)}`;
          expect(identifierKey('phone', typed)).toBe(`+1${ten}`);
        },
      ),
    );
  });
});
