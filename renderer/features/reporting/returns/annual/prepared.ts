import type { Output } from '#contract/index';

/** The year as it would be locked now, its texts, and the version locked last. */
export type PreparedAnnual = Output<'annual.prepare'>;
