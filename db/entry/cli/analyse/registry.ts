import { capacity } from './capacity.ts';
import { did } from './did.ts';
import { its } from './its.ts';
import type { AnalyseMethod } from './method.ts';
import { structural } from './structural.ts';
import { syntheticControl } from './syntheticControl.ts';

/** The methods of `vigie analyse`, in the order in which its help names them. */
export const analyseMethods: readonly AnalyseMethod[] = [capacity, its, structural, did, syntheticControl];
