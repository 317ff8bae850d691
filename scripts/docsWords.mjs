// Writes what documents have from the code: the list of terms of the data dictionary and the guides, and the table of
// methods: `npm run docs:words`.
import { resolve } from 'node:path';
import { writeMethods } from './text/methodsTable.mjs';
import { writeTerms } from './text/termsTable.mjs';

const root = resolve(import.meta.dirname, '..');
await writeTerms(root);
await writeMethods(root);
