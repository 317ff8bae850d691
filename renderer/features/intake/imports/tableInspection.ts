import type { Output } from '#contract/index';

/** What every kind of list that is imported tells of its file. */
export type TableInspection = Pick<Output<'imports.inspect'>, 'reading' | 'sheets' | 'columns'>;
