import type { Closings } from '../../estimator/closings/rates.ts';
import type { Posterior } from '../../estimator/estimate.ts';
import { partsOf, worstOfParts, type Worst } from '../../estimator/sampler/convergence.ts';
import { defaultChains, type ChainResult } from '../../estimator/sampler/fit.ts';
import {
  placesByThread,
  poolChains,
  restsOnChains,
  type ChainsAsked,
  type LaboratoryInput,
  type Sampler,
} from '../../estimator/tasks.ts';
import { must } from '../../ground/kernel/assert.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ReadContext } from '../../store/types.ts';

/** The last posterior alone: one takes some ten megabytes. */
const memoryKey = 'laboratory posterior';

interface Kept {
  readonly hash: string;
  readonly posterior: Promise<Posterior>;
}

/** Draws of the closings of a first answer: few, since both processors are needed for its chains. */
const earlyDraws = 80;

/** Jobs that report the share done by all threads together. */
function shared(job: Job, threads: number): readonly Job[] {
  const done = new Array<number>(threads).fill(0);
  return done.map((_, thread) => ({
    ...job,
    progress: (phase, own, total) => {
      done[thread] = own;
      job.progress(phase, Math.floor(done.reduce((sum, each) => sum + each, 0) / threads), total);
    },
  }));
}

type Compute = ReadContext['compute'];

interface ThreadsAsked {
  /** Absent: as the application samples. */
  readonly sampler?: Sampler;
  readonly onEarly?: ((posterior: Posterior) => void) | null;
}

/**
 * The chains in two threads at once, then judged together, half of the figures in each thread. The first of each is handed over before its end.
 * The same bytes as where one thread runs them all.
 */
export async function runThreads(
  input: LaboratoryInput,
  compute: Compute,
  job: Job,
  { sampler, onEarly = null }: ThreadsAsked = {},
): Promise<Posterior> {
  const { panels, assumptions, seed } = input;
  const byThread = placesByThread(sampler?.chains ?? defaultChains);
  const early = new Map<number, ChainResult>();
  const jobs = shared(job, byThread.length);
  const quiet: Job = { ...job, progress: () => undefined };
  const learn = (draws?: number): Promise<Closings> =>
    compute<Closings>({ name: 'closings', input: { panels, assumptions, seed, draws } }, quiet);
  const learnedEarly = onEarly && learn(earlyDraws);
  const runs = byThread.map((places, thread) => {
    const asked: ChainsAsked = { panels, assumptions, seed, places, isEarly: onEarly !== null, sampler };
    return compute<readonly ChainResult[]>({ name: 'chains', input: asked }, jobs[thread] ?? job, (output) => {
      early.set(thread, output as ChainResult);
      if (early.size < byThread.length) return;
      const first = byThread.map((_, each) => must(early.get(each), 'each thread is there'));
      learnedEarly
        ?.then((closings) => onEarly?.(poolChains(input, first, closings, null)))
        // Without a first answer the answer itself still comes, or fails by itself.
        .catch(() => undefined);
    });
  });
  const found = await Promise.all(runs);
  // In the order of the chains, whichever thread ran them.
  const chains = byThread
    .flatMap((places, thread) => places.map((place, position) => ({ place, chain: found[thread]?.[position] })))
    .sort((a, b) => a.place - b.place)
    .map(({ chain }) => must(chain, 'each chain is there'));
  const figures = chains.map((chain) => must(chain.figures, 'chains of an answer are judged'));
  const [closings, ...judged] = await Promise.all([
    learn(),
    ...partsOf(figures, byThread.length).map((part) => compute<Worst | null>({ name: 'judge', input: part }, quiet)),
  ]);
  return poolChains(input, chains, closings, worstOfParts(judged));
}

/**
 * What the estimate, plans, the reference and the sensitivity rest on, computed once for all questions that differ only in what is made of it.
 * `onEarly` is given what the first part of two chains says: never kept, and never taken for the answer.
 * @param hash of what it rests on
 * @returns undefined where the question does not rest on chains
 */
export async function posteriorOf(
  hash: string,
  input: LaboratoryInput,
  context: ReadContext,
  job: Job,
  onEarly: ((posterior: Posterior) => void) | null,
): Promise<Posterior | undefined> {
  if (!restsOnChains(input)) return undefined;
  const kept = context.memory.get(memoryKey) as Kept | undefined;
  if (kept?.hash === hash) {
    try {
      return await kept.posterior;
    } catch {
      // The call that computed it was cancelled; this one was not.
      job.checkpoint();
    }
  }
  const posterior = runThreads(input, context.compute, job, { onEarly });
  context.memory.set(memoryKey, { hash, posterior } satisfies Kept);
  return posterior;
}
