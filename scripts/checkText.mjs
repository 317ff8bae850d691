// Both languages complete and alike, every text used and every used text there, no words in the code, no banned word in a comment.
import { resolve } from 'node:path';
import * as codes from '../electron/contract/ground/codes.ts';
import { errorCodes, errorReasons } from '../electron/contract/ground/errors.ts';
import { storeContract } from '../electron/contract/index.ts';
import { cellWords } from '../electron/contract/casework/listCells.ts';
import { codeTexts, pageWords } from '../electron/contract/words/codes.ts';
import { ownActs } from '../electron/contract/acts.ts';
import actsEn from '../electron/contract/words/acts.en.json' with { type: 'json' };
import actsFr from '../electron/contract/words/acts.fr.json' with { type: 'json' };
import failuresEn from '../electron/contract/words/failures.en.json' with { type: 'json' };
import failuresFr from '../electron/contract/words/failures.fr.json' with { type: 'json' };
import { findTextProblems } from './text/check.mjs';
import { findCommentProblems } from './text/comments.mjs';
import { findWordProblems } from './text/glossary.mjs';
import { methodsProblems } from './text/methodsTable.mjs';

const codeLabels = Object.entries(codes).flatMap(([name, list]) =>
  typeof list === 'object' && 'options' in list ? list.options.map((value) => `codes:${name}.${value}`) : [],
);
// A label that the page does not show is written in a file or at the command line.
const glossaryLabels = Object.entries(pageWords).flatMap(([name, list]) =>
  Object.keys(list).map((code) => `codes:${name}.${code}`),
);
const errorLabels = [
  ...errorCodes.map((code) => `errors:code.${code}`),
  ...errorReasons.map((reason) => `errors:reason.${reason}`),
].flatMap((key) => [`${key}.title`, `${key}.advice`]);

// Every method has its act, though an entry of some is rare.
const actLabels = [...Object.keys(storeContract), ...ownActs].map((method) => `acts:${method}`);

const root = resolve(import.meta.dirname, '..');
const texts = await findTextProblems(
  root,
  [...actLabels, ...codeLabels, ...glossaryLabels, ...errorLabels, ...Object.values(cellWords).flat()],
  {
    en: { codes: codeTexts('en'), errors: failuresEn, acts: actsEn },
    fr: { codes: codeTexts('fr'), errors: failuresFr, acts: actsFr },
  },
);
const problems = [
  ...texts,
  ...(await findWordProblems(root)),
  ...(await findCommentProblems(root)),
  ...(await methodsProblems(root)),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) {
  process.stderr.write(`${String(problems.length)} problems with the texts\n`);
  process.exitCode = 1;
}
