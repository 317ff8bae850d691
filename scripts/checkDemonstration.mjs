// The shipped demonstration was built from today's story, and the pictures of README were taken of it. `npm run test:all` builds it again.
import { problemsOfImages } from './demo/images.mjs';
import { areSourcesRecorded } from './demo/sources.mjs';

const problems = [
  ...(areSourcesRecorded()
    ? []
    : ['The story of the demonstration has changed since it was built: npm run demo:build']),
  ...problemsOfImages(),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
