import type { ReadHandler } from '../../store/types.ts';
import { readCoverage } from './coverage.ts';
import { readNational } from './readNational.ts';

export const rollupReads: { readonly [M in 'rollup.coverage' | 'rollup.national']: ReadHandler<M> } = {
  'rollup.coverage': (db, { quarter }) => readCoverage(db, quarter),
  'rollup.national': (db, input, context) => readNational(db, input, context),
};
