import { answer } from './keptAnswers.ts';

/** Chains half as long as the application's own of few months, which agree all the same on the tests' simulated units. */
await answer({ sweeps: 2400, burnIn: 480, thin: 2 });
