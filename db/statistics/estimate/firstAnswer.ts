import type { Estimation } from '../../estimator/estimate.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ReadContext } from '../../store/types.ts';
import { ask, type Answered, type Question } from './question.ts';

/** Where the one first answer is while it is there: that of the question under way. */
const firstKey = 'laboratory first answer';

interface First {
  readonly hash: string;
  readonly estimation: Estimation;
}

/** Follows one job that goes on in the background once its first answer is out. */
function inBackground(job: Job): { readonly job: Job; readonly begin: () => void } {
  let isBehind = false;
  let last: readonly [number, number | null] = [0, null];
  const tell = (): void => {
    job.progress('checking', ...last);
  };
  return {
    job: {
      ...job,
      progress: (phase, done, total) => {
        last = [done, total];
        if (isBehind) tell();
        else job.progress(phase, done, total);
      },
    },
    begin: () => {
      isBehind = true;
      tell();
    },
  };
}

/** The estimate of a question, and what other methods say: these wait for its first answer, which both processors are needed for. */
export async function askBoth(
  db: ReadDb,
  question: Question,
  context: ReadContext,
  job: Job,
  isEarly: boolean,
): Promise<readonly [Answered<'estimate'>, Answered<'crossChecks'>]> {
  const quiet: Job = { ...job, progress: () => undefined };
  if (!isEarly)
    return Promise.all([ask(db, 'estimate', question, context, job), ask(db, 'crossChecks', question, context, quiet)]);
  const { hash, posteriorHash: _, ...input } = question;
  const behind = inBackground(job);
  let letOut = (): void => undefined;
  const isOut = new Promise<null>((resolve) => {
    letOut = () => {
      resolve(null);
    };
  });
  const estimate = ask(db, 'estimate', question, context, behind.job, (posterior) => {
    context
      .compute<Estimation>({ name: 'estimate', input: { ...input, posterior } }, quiet)
      .then((estimation) => {
        context.memory.set(firstKey, { hash, estimation } satisfies First);
        behind.begin();
      })
      // Without a first answer the answer itself still comes, or fails by itself.
      .catch(() => undefined)
      .finally(letOut);
  });
  void estimate.then(letOut, letOut);
  const checks = isOut.then(() => ask(db, 'crossChecks', question, context, quiet));
  try {
    return await Promise.all([estimate, checks]);
  } finally {
    context.memory.delete(firstKey);
  }
}

/** What the first draws of a question under way say; null where there is none, or its answer is there. */
export function firstEstimation({ hash }: Question, { memory }: ReadContext): Estimation | null {
  const first = memory.get(firstKey) as First | undefined;
  return first?.hash === hash ? first.estimation : null;
}
