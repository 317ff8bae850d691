import type { RollupSource } from '#contract/reporting/rollup';

/** Why a form is refused, with the cell or sheet where it is. */
export type KitProblem = RollupSource['problems'][number];

export const problem = (
  code: KitProblem['code'],
  file: string | null = null,
  numbers: Pick<KitProblem, 'found' | 'expected'> = {},
): KitProblem => ({ code, file, ...numbers });

export type Problems = { readonly problems: KitProblem[] };
export const refused = (code: KitProblem['code'], file: string | null = null): Problems => ({
  problems: [problem(code, file)],
});

/** Cells beyond these are not read: no form is as large. */
export const largestForm = { rows: 1000, columns: 200 } as const;
