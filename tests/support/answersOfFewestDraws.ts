import { answer } from './keptAnswers.ts';

await answer({ sweeps: 100, burnIn: 40, thin: 1 });
