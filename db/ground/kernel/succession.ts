import { z } from 'zod';
import { canonicalJson } from './canonicalJson.ts';
import { base64, fingerprintOf, isSignedBy, signature, signText, type SigningKey } from './signing.ts';

/** A signing key names the one that follows it, so trust in the first extends to the second. */
export const successionLink = z.strictObject({ at: z.int(), publicKey: base64, signature });
export type SuccessionLink = z.infer<typeof successionLink>;

/** A key that follows a hundred others is known by the latest of them. */
const longestSuccession = 100;
export const succession = z.array(successionLink).min(1).max(longestSuccession);
export type Succession = readonly SuccessionLink[];

const signedOf = ({ at, publicKey }: Pick<SuccessionLink, 'at' | 'publicKey'>): string =>
  canonicalJson({ format: 'vigie-key-succession', at, publicKey });

/** The succession of a key that follows another. */
export function succeed(old: SigningKey, before: Succession, publicKey: string, at: number): SuccessionLink[] {
  const link = { at, publicKey, signature: signText(old, signedOf({ at, publicKey })) };
  return [...before, link].slice(-longestSuccession);
}

/** Whether every key names the next, and the last link names this key. */
export function endsIn(links: Succession, publicKey: string): boolean {
  return links.every(
    (link, index) =>
      isSignedBy(link.signature, signedOf(link)) &&
      link.publicKey === (links[index + 1]?.signature.publicKey ?? publicKey),
  );
}

/** The keys that came before, the latest first, by their fingerprints. */
export const predecessorsOf = (links: Succession): readonly string[] =>
  links.map((link) => fingerprintOf(link.signature.publicKey)).reverse();

/** What a signed file says of it: nothing where the key is the workspace's first. */
export const toldSuccession = (links: Succession): { readonly succession?: Succession } =>
  links.length > 0 ? { succession: links } : {};
