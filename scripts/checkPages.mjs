// Counts the pages that a workbook prints on, with LibreOffice: `npm run check:pages -- FILE...`, by default the return of `npm run demo`.
// More than 40 are too many. Text is measured as Excel does only where the fonts liberation and carlito are installed.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { convert, findOffice } from './forms/office.mjs';
import { ROOT, say } from './setup/processes.mjs';

const MOST = 40;

/** @returns {string[]} the workbooks of returns that the demonstration left */
function ofDemonstration() {
  const folder = join(ROOT, 'demo-output', 'return');
  if (!existsSync(folder))
    throw new Error('There is no return of the demonstration: npm run demo, or name a workbook.');
  return readdirSync(folder)
    .map((name) => join(folder, name, 'return.xlsx'))
    .filter((path) => existsSync(path));
}

/** Points of the smallest text of a page, its header and footer counted. @returns {Promise<number>} */
async function smallestOn(document, number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const sizes = items.filter((item) => item.str?.trim()).map(({ transform }) => Math.hypot(transform[2], transform[3]));
  return Math.min(...sizes);
}

/** @param {string} office @param {string} path @returns {Promise<{ pages: number, smallest: number }>} */
async function pagesOf(office, path) {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-pages-'));
  try {
    const out = await convert(office, folder, path, 'pdf');
    const data = new Uint8Array(readFileSync(join(out, basename(path).replace(/\.xlsx$/, '.pdf'))));
    const document = await getDocument({ data, verbosity: 0 }).promise;
    let smallest = Infinity;
    for (let number = 1; number <= document.numPages; number += 1)
      smallest = Math.min(smallest, await smallestOn(document, number));
    return { pages: document.numPages, smallest };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const office = findOffice('no page was counted');
if (office === undefined) process.exitCode = 1;
else {
  try {
    const named = process.argv.slice(2).map((path) => resolve(path));
    const paths = named.length > 0 ? named : ofDemonstration();
    if (paths.length === 0) throw new Error('There is no workbook to count.');
    for (const path of paths) {
      const { pages, smallest } = await pagesOf(office, path);
      say(`${path}: ${String(pages)} pages, smallest text ${smallest.toFixed(1)} points`);
      if (pages > MOST) throw new Error(`More than ${String(MOST)} pages.`);
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
