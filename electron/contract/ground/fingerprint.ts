import { z } from 'zod';

/** SHA-256 of the signing key's public half, in groups of four hexadecimal digits, as read aloud on the telephone. */
export const fingerprint = z.string().regex(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
