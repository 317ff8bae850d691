import { z } from 'zod';
import { topics } from './define.ts';
import { errorCodes, errorReasons } from './errors.ts';

export const progressPhase = z.enum([
  'reading',
  'judging',
  'writing',
  'indexing',
  'estimating',
  'checking',
  'building',
  'exporting',
]);

const closing = z.object({
  code: z.enum(errorCodes),
  reason: z.exactOptional(z.enum(errorReasons)),
  reference: z.string(),
});

/** What the application's menu asks of the page. */
export const menuCommand = z.enum(['lock', 'guide', 'tour', 'keys', 'news', 'about']);
export type MenuCommand = z.infer<typeof menuCommand>;

/** What the store and main tell a page without being asked. */
export const pageEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    jobId: z.uuid(),
    phase: progressPhase,
    done: z.number(),
    total: z.number().nullable(),
  }),
  z.object({ type: z.literal('touched'), topics: z.array(z.enum(topics)) }),
  /** The shared server went away, or answers again. */
  z.object({ type: z.literal('server'), isAway: z.boolean() }),
  z.object({ type: z.literal('store_ended') }),
  /** The window was to be closed while deadlines in hours run. */
  z.object({ type: z.literal('leaving') }),
  z.object({ type: z.literal('menu'), command: menuCommand }),
  /** The store closed by itself, because of damage or of files that another program replaced. */
  z.object({ type: z.literal('store_closed'), failure: closing }),
]);
export type PageEvent = z.infer<typeof pageEvent>;
export type ProgressPhase = z.infer<typeof progressPhase>;
