import type { Output } from '#contract/index';

/** A workspace whose store has started and that nobody has signed in to yet. */
export type OpenedWorkspace = Output<'workspaces.open'>;
