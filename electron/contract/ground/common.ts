import { z } from 'zod';
import { civilDate } from './dates.ts';
import { isPrintable } from './printable.ts';

export const nothing = z.object({});
export const version = z.int().min(1);

/** One line of text as typed: trimmed, without what steers a terminal or turns letters round. */
export function line(maximum: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\u0000-\u001f\u007f]*$/)
    .refine(isPrintable, { error: 'not_printable' });
}

const hidden = /data:[a-z]+\/[a-z0-9.+-]+;base64|(?:[A-Za-z0-9+/]{4}){60,}|(?:[A-Za-z0-9+/]{60,80}\r?\n){3}/i;

export function hidesImage(text: string): boolean {
  return hidden.test(text);
}

function withoutImage(maximum: number) {
  return z
    .string()
    .trim()
    .max(maximum)
    .refine((text) => !hidesImage(text), { error: 'contains_binary' });
}

/** Free text of a file. A data URI or a base64 block may hide an image, and no image enters Vigie. */
export const freeText = withoutImage(4000);

/** In addition to those: a data URI that is not base64, shorter lines of base64, and characters that no one types. */
const untyped = /data:[a-z]+\/[a-z0-9.+-]+[;,]|(?:[A-Za-z0-9+/]{40,}\s*\n\s*){4,}|[\u0000-\u0008\u000e-\u001f\ufffd]/i;

/** What is written by hand over many lines, and pasted into: looked at more closely than a short text. */
export function writtenText(maximum: number) {
  return withoutImage(maximum).refine((text) => !untyped.test(text), { error: 'contains_binary' });
}

export const bilingual = z.object({ en: line(200), fr: line(200) });
export type Bilingual = z.infer<typeof bilingual>;

/** Where a window of a list begins. A cursor is opaque: it holds the sort key and the id of a row. */
export const windowFrom = z.discriminatedUnion('at', [
  z.object({ at: z.literal('start') }),
  z.object({ at: z.literal('end') }),
  z.object({ at: z.literal('after'), cursor: z.string().max(400) }),
  z.object({ at: z.literal('before'), cursor: z.string().max(400) }),
  z.object({ at: z.literal('date'), date: civilDate }),
]);
export type WindowFrom = z.infer<typeof windowFrom>;

export const windowSize = z.int().min(1).max(500);

/** `exact` is false where counting stopped at a cap. */
export const total = z.object({ value: z.int().min(0), exact: z.boolean() });

/** `before` and `after` are null at the ends of the list. */
export function windowOf<T extends z.ZodType>(row: T) {
  return z.object({
    rows: z.array(row),
    before: z.string().nullable(),
    after: z.string().nullable(),
    total,
  });
}
