import { z } from 'zod';

const address = z.object({ host: z.string().min(1), port: z.int().min(1).max(65_535) });

/** SHA-256 of a certificate as people compare it: 32 pairs of hexadecimal digits. */
export const fingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);

/** Where a shared store is, and by what its server is known: the one peer that the application may have. */
export const serverPlace = z.object({
  /** Tried in this order. */
  hosts: z.array(address).min(1),
  database: z.string().min(1),
  /** Certificates that were compared by hand, one for each host; or the authority that signs them, in PEM. */
  trust: z.union([z.object({ fingerprints: z.array(fingerprint).min(1) }), z.object({ authority: z.string().min(1) })]),
});
export type ServerPlace = z.infer<typeof serverPlace>;
export type ServerTrust = ServerPlace['trust'];

const usualPort = 5432;

/** As it is typed: a host or `host:port`; null where it is neither. */
export function hostFrom(text: string): ServerPlace['hosts'][number] | null {
  const [, host = '', port] = /^([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const number = port === undefined ? usualPort : Number(port);
  if (host === '' || number < 1 || number > 65_535) return null;
  return { host: host.replace(/^\[|\]$/g, ''), port: number };
}

/** As read aloud or copied: colons, spaces and case do not matter. */
export function fingerprintFrom(text: string): string | null {
  const digits = text.replace(/[\s:]/g, '').toUpperCase();
  const parsed = fingerprint.safeParse((digits.match(/.{1,2}/g) ?? []).join(':'));
  return parsed.success ? parsed.data : null;
}
