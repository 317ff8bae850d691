import { z } from 'zod';

/** The way of a file: from receipt to assignment, on to the first action, on to its conclusion; and from receipt until it leaves the backlog. */
export const fileStage = z.enum(['assigned', 'first_action', 'conclusion', 'whole']);
export type FileStage = z.infer<typeof fileStage>;
