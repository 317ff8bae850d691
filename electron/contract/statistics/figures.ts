import { z } from 'zod';
import { line, nothing } from '../ground/common.ts';
import { action } from '../ground/define.ts';
import { fileGrant } from '../ground/ids.ts';

/** The figures that can leave the workspace, as the audit names them. */
export const figureCode = z.enum([
  'backlog_without',
  'units_without',
  'productivity',
  'cross_checks',
  'event_studies',
  'sceptic',
  'sensitivity',
  'early_start',
  'without_pandemic',
  'plan',
]);
export type FigureCode = z.infer<typeof figureCode>;

const longest = 12_000_000;
const cell = z.union([z.string().max(400), z.number(), z.null()]);

const table = {
  /** What the numbers rest on, one line each. */
  notes: z.array(line(2000)).max(40),
  /** Each different from the others. */
  columns: z
    .array(line(200))
    .min(1)
    .max(60)
    .refine((columns) => new Set(columns).size === columns.length),
  rows: z.array(z.array(cell).max(60)).max(100_000),
};

export const figureContent = z.discriminatedUnion('format', [
  z.object({ format: z.literal('svg'), text: z.string().max(longest) }),
  z.object({ format: z.literal('png'), base64: z.string().max(longest) }),
  /** Each note becomes a line that begins with `#`. */
  z.object({ format: z.literal('csv'), ...table }),
  /** The notes come first, above the table. */
  z.object({ format: z.literal('xlsx'), ...table }),
]);
export type FigureContent = z.infer<typeof figureContent>;

export const figureMethods = {
  /**
   * Writes a figure that the page drew, or its numbers, to where the user chose. The audit holds which figure, its size and its SHA-256.
   * `invalid_input` where a picture is not what `format` says, or could run or fetch something.
   */
  'figures.save': action(z.object({ file: fileGrant, figure: figureCode, content: figureContent }), nothing, {
    roles: ['supervisor', 'coordinator'],
  }),
};
