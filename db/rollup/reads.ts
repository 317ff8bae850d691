import type { ReadHandler } from '../store/types.ts';
import { readCoverage } from './coverage.ts';

export const rollupReads: { readonly 'rollup.coverage': ReadHandler<'rollup.coverage'> } = {
  'rollup.coverage': (db, { quarter }) => readCoverage(db, quarter),
};
