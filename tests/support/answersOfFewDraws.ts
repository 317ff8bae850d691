import { answer } from './keptAnswers.ts';

/** So few that no estimate holds: for tests of words and wiring, which no figure of an estimate changes. */
await answer({ sweeps: 100, burnIn: 40, thin: 1 });
