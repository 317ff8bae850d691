import type { Output } from '#contract/index';

/** What the inspection of every kind of imported list says of its file. */
export type TableInspection = Pick<Output<'imports.inspect'>, 'reading' | 'sheets' | 'columns'> &
  Partial<Pick<Output<'imports.inspect'>, 'alike'>>;
