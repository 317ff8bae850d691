import { answer } from './keptAnswers.ts';

await answer();
