import type { IdentifierKind } from '#contract/ground/codes';
import type { IdentifierFacts } from '#contract/casework/identifiers';

const kinds: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['ip', /^(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?|\[?[0-9a-f]*:[0-9a-f:.]+\]?)$/i],
  ['url', /^(?:[a-z][a-z0-9+.-]*:\/\/\S+|[^\s@/]+\.[a-z]{2,}(?:\/\S*)?)$/i],
  ['phone', /^\+?[\d\s().-]{10,20}$/],
];

/** What a line most likely is: the reader may correct it in the file. */
function kindOf(text: string): IdentifierKind {
  return kinds.find(([, form]) => form.test(text))?.[0] ?? 'handle';
}

function readLine(line: string): IdentifierFacts {
  const [first = '', ...rest] = line.split(/\s+/);
  const isAddress = kindOf(first) === 'ip';
  const [, address, port] = /^(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})$/.exec(first) ?? [];
  return {
    kind: isAddress ? 'ip' : kindOf(line),
    value: isAddress ? (address ?? first) : line,
    service: null,
    port: port === undefined ? null : Number(port),
    seenText: isAddress && rest.length > 0 ? rest.join(' ') : null,
    seenOffset: null,
    event: null,
    // What is in a referral document was given with it.
    obtained: 'volunteered',
    obtainedReference: null,
  };
}

/** The identifiers of a tip as typed, one a line. */
export function readIdentifiers(text: string): IdentifierFacts[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 20)
    .map(readLine);
}
