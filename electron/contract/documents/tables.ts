import { z } from 'zod';

/** `utf-16` is known by the mark at its beginning, of either order. */
export const textEncoding = z.enum(['utf-8', 'windows-1252', 'utf-16']);
export const separator = z.enum([',', ';', '\t']);

/** How a file becomes a table. A further kind of file is one more way here and one more reader in `db/documents/tables`. */
export const reading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('csv'), encoding: textEncoding, separator }),
  z.object({
    kind: z.literal('xlsx'),
    sheet: z.string().max(255),
    /** Sheets with the same columns that are read after it, in one pass. */
    also: z.array(z.string().max(255)).min(1).max(500).optional(),
  }),
]);
export type Reading = z.infer<typeof reading>;

/** Sheets of a workbook that hold anything; none for a file of text. */
export const sheets = z.array(z.object({ name: z.string(), rows: z.int() }));

/** What was left out unread because it is no text: parts of a workbook, and cells in columns that are not imported. */
export const stripped = z.object({ parts: z.int(), cells: z.int() });
export type Stripped = z.infer<typeof stripped>;
