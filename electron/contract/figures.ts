import { z } from 'zod';
import { nothing } from './common.ts';
import { action } from './define.ts';
import { fileGrant } from './ids.ts';

export const figureFormat = z.enum(['svg', 'png', 'csv']);
export type FigureFormat = z.infer<typeof figureFormat>;

/** The figures that can leave the workspace, as the audit names them. */
export const figureCode = z.enum([
  'backlog_without',
  'units_without',
  'productivity',
  'cross_checks',
  'event_studies',
  'sensitivity',
  'early_start',
  'without_pandemic',
]);
export type FigureCode = z.infer<typeof figureCode>;

const longest = 12_000_000;

export const figureMethods = {
  /**
   * Writes a figure that the page drew, or its numbers, to where the user chose. The audit holds which figure, its size and its SHA-256.
   * `content` is the text of an SVG or a CSV, and a PNG in base64: `invalid_input` where it is not what `format` says, or could run something.
   */
  'figures.save': action(
    z.object({
      file: fileGrant,
      figure: figureCode,
      format: figureFormat,
      content: z.string().min(1).max(longest),
    }),
    nothing,
    { roles: ['supervisor', 'coordinator'] },
  ),
};
