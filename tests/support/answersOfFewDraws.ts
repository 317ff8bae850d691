import { answer } from './keptAnswers.ts';

/** As many draws as the application carries on, of chains an eighth as long: for tests of words and wiring, which no figure of an estimate changes. */
await answer({ sweeps: 600, burnIn: 200, thin: 1 });
