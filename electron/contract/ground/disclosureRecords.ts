import { z } from 'zod';
import { line } from './common.ts';

/** A disclosure pack for the Crown, or an extract for an access request. */
export const paperKind = z.enum(['crown', 'access']);
export type PaperKind = z.infer<typeof paperKind>;

/** A part of a text, in UTF-16 code units, the end not included. */
export const stretch = z.object({ from: z.int().min(0), to: z.int().min(1) }).refine(({ from, to }) => from < to);
export const span = stretch.safeExtend({ field: line(40) });
export type Span = z.infer<typeof span>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const paperFile = z.object({ name: z.string(), bytes: z.int(), sha256 });
export type PaperFile = z.infer<typeof paperFile>;
