import type { IdentifierKind } from '#contract/ground/codes';
import { isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';

/**
 * An identifier folded for comparison: the same one, typed by another hand, gives the same key. Null where the value
 * is none of its kind. Folding a key again changes nothing.
 */
export function identifierKey(kind: IdentifierKind, value: string): string | null {
  // Once more after the case was folded, which may take a letter apart.
  return foldings[kind](value.normalize('NFKC').trim())?.normalize('NFKC') ?? null;
}

const foldings: Readonly<Record<IdentifierKind, (value: string) => string | null>> = {
  email: emailKey,
  handle: handleKey,
  phone: phoneKey,
  ip: ipKey,
  url: urlKey,
  device: (value) => orNull(value.toUpperCase().replace(/[\s\-_.:/]/g, '')),
  other: (value) => orNull(value.toLowerCase().replace(/\s+/g, ' ').trim()),
};

const orNull = (key: string): string | null => (key === '' ? null : key);

/** Services that deliver `name+anything@` to `name@`. Elsewhere a plus may be another mailbox. */
const ignoresPlus = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'me.com',
  'proton.me',
  'protonmail.com',
]);

function emailKey(value: string): string | null {
  const [, local, domain] = /^(?:mailto:)?([^\s@]+)@([^\s@]+)$/i.exec(value) ?? [];
  if (local === undefined || domain === undefined) return null;
  const host = domainToASCII(domain.toLowerCase()).replace(/\.$/, '');
  if (!host.includes('.')) return null;
  const service = host === 'googlemail.com' ? 'gmail.com' : host;
  const plain = ignoresPlus.has(service) ? local.replace(/(?<=.)\+.*$/s, '') : local;
  // One mailbox whatever its dots, at this service alone.
  const box = service === 'gmail.com' ? plain.replaceAll('.', '') : plain;
  return box === '' ? null : `${box.toLowerCase()}@${service}`;
}

function handleKey(value: string): string | null {
  return orNull(
    value
      .replace(/^[@\s]+/, '')
      .toLowerCase()
      .trim(),
  );
}

function phoneKey(value: string): string | null {
  const main = value.replace(/^tel:/i, '').replace(/(?<!\s)\s*(?:ext|x|poste|p)\.?\s*\d+$/i, '');
  if (/[^\d\s+().\-/]/.test(main) || main.lastIndexOf('+') > 0) return null;
  const digits = main.replace(/\D/g, '');
  const abroad = main.startsWith('+') ? digits : /^(?:00|011)(\d+)$/.exec(digits)?.[1];
  if (abroad !== undefined) return isNumber(abroad) ? `+${abroad}` : null;
  const here = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return isLocal(here) ? `+1${here}` : null;
}

/** E.164: up to 15 digits, none of them a leading zero; under country code 1 exactly the ten of North America. */
function isNumber(digits: string): boolean {
  return digits.startsWith('1') ? isLocal(digits.slice(1)) : /^[2-9]\d{6,14}$/.test(digits);
}

const isLocal = (digits: string): boolean => /^[2-9]\d{2}[2-9]\d{6}$/.test(digits);

function ipKey(value: string): string | null {
  const address = value.replace(/^\[(.*)\]$/, '$1');
  if (isIPv4(address)) return address;
  // A zone is of one machine's own network: the address alone says nothing elsewhere.
  if (!isIPv6(address) || address.includes('%')) return null;
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical) ?? [];
  if (high === undefined || low === undefined) return canonical;
  const bytes = [high, low].flatMap((half) => [parseInt(half, 16) >> 8, parseInt(half, 16) & 255]);
  return bytes.join('.');
}

/** The same page with or without `http://`, whatever the case of its host. Its path keeps its case: servers tell them apart. */
function urlKey(value: string): string | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  if (/\s/.test(value) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) return null;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const user = url.username === '' ? '' : `${url.username}${url.password === '' ? '' : `:${url.password}`}@`;
  return isWeb ? `${user}${url.host}${url.pathname}${url.search}${url.hash}` : url.href;
}
