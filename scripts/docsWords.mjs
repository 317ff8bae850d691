// Writes the list of terms of the data dictionary and the guides from the glossary: `npm run docs:words`.
import { resolve } from 'node:path';
import { writeTerms } from './text/termsTable.mjs';

await writeTerms(resolve(import.meta.dirname, '..'));
