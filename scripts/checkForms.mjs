// Fills a funder's form as an export does, opens it with LibreOffice and reads back what it computed: `npm run check:forms`.
// LibreOffice is asked for by name and not fetched: where it is missing the command says so and fails.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { partsOf } from '../db/documents/workbook/archive.ts';
import { fillForm } from '../db/documents/workbook/form.ts';
import { checked, stale } from './forms/checkedForm.mjs';
import { convert, findOffice } from './forms/office.mjs';
import { ROOT, say } from './setup/processes.mjs';

const FORM = join(ROOT, 'tests', 'db', 'reporting', 'returns', 'templates', 'funderForm.xlsx');

/** The form as the application leaves it: its formulas had other results before. */
async function filledForm() {
  const filled = fillForm(stale(await partsOf(readFileSync(FORM))), checked.filled);
  if ('bytes' in filled) return filled.bytes;
  throw new Error(`The form cannot be filled: ${filled.refused.code}.`);
}

/** @param {unknown} value */
const told = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** @param {Awaited<ReturnType<typeof readXlsxFile>>} sheets @returns {string[]} what is not as it should be */
function differences(sheets) {
  return checked.expected.flatMap(({ sheet, cell, value }) => {
    const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    const data = sheets.find((each) => each.sheet === sheet)?.data;
    const found = told(data?.[Number(row) - 1]?.[letter.charCodeAt(0) - 65]);
    const isSame = typeof value === 'number' ? Math.abs(Number(found) - value) < 1e-9 : found === value;
    return isSame ? [] : [`${sheet} ${cell}: ${JSON.stringify(found)} instead of ${JSON.stringify(value)}`];
  });
}

async function check(office) {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-forms-'));
  try {
    const path = join(folder, 'form.xlsx');
    writeFileSync(path, await filledForm());
    const wrong = differences(
      await readXlsxFile(readFileSync(join(await convert(office, folder, path, 'xlsx'), 'form.xlsx'))),
    );
    if (wrong.length > 0) throw new Error(`LibreOffice reads the filled form otherwise:\n${wrong.join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const office = findOffice('no form was checked');
if (office === undefined) process.exitCode = 1;
else {
  try {
    await check(office);
    say(
      `LibreOffice opened the filled form: ${String(checked.expected.length)} cells read back as filled or computed.`,
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
