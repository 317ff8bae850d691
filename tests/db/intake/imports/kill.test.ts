import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { Reply } from '#contract/ground/errors';
import type { UnitId } from '#contract/ground/ids';
import { openFolder } from '../../../../db/store/signIn.ts';
import { administrator, choosePassphrase, createDemonstrationStore } from '../../../support/store.ts';
import { builtStore, StoreProcess } from '../../../support/storeProcess.ts';
import {
  closingByCount,
  closingByLedger,
  contentOf,
  expectIntactAudit,
  header,
  importRows,
  many,
  mappingFor,
  newJob,
  officerOfTwoUnits,
  writeFile,
} from './support.ts';
import { ofEach } from '../../../support/fixtures/make.ts';

const { it, made: test } = ofEach(createDemonstrationStore);

const rowCount = 2500;
let unitId: UnitId;
let path: string;
let running: StoreProcess | null = null;
beforeEach(async () => {
  [unitId] = await officerOfTwoUnits(test);
  await choosePassphrase(test);
  await importRows(test, ['2026-01-10,public,HELD,,,,,,'], mappingFor(unitId));
  path = writeFile(test, [header, ...many(rowCount)].join('\n'));
});
afterEach(() => {
  running?.child.kill('SIGKILL');
});

async function startImport(
  process: StoreProcess,
): Promise<{ readonly jobId: string; readonly applying: Promise<Reply<unknown>> }> {
  const signIn = await process.signIn(test.folder, { login: 'officer', passphrase: administrator.passphrase });
  const file = randomUUID();
  process.send({ type: 'grant', token: file, path, access: 'read' });
  const input = {
    file,
    reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
    mapping: mappingFor(unitId),
    jobId: newJob(),
  };
  const preview = await process.ask('imports.preview', input);
  if (!signIn.ok || !preview.ok) throw new Error('the import did not begin');
  const { previewId } = preview.value as { previewId: string };
  const jobId = newJob();
  return { jobId, applying: process.ask('imports.apply', { previewId, jobId }) };
}

/** So many milliseconds after the first word of writing the kill falls; `npm run stress` kills 200 times. */
const waits =
  process.env['VIGIE_STRESS'] === undefined ? [0] : Array.from({ length: 199 }, () => Math.round(Math.random() * 600));
const moments = [...waits.map((wait) => ({ from: 'writing', wait })), { from: 'answer', wait: 0 }];

describe.skipIf(!existsSync(builtStore))(
  'the store killed in an import [skipped where dist/main/store.cjs is not built]',
  () => {
    it('has all of it or nothing, and all where it answered', async () => {
      const outcomes: string[] = [];
      for (const { from, wait } of moments) {
        const before = contentOf(test) as { file_import: unknown[] };
        test.store.close();
        const process = new StoreProcess();
        running = process;
        const { jobId, applying } = await startImport(process);
        const state = { answered: false };
        void applying.then(({ ok }) => {
          state.answered = ok;
        });
        await (from === 'answer'
          ? applying
          : process.until(
              (each) => each.type === 'event' && each.event.type === 'progress' && each.event.jobId === jobId,
            ));
        await new Promise((settle) => setTimeout(settle, wait));
        await process.kill();

        openFolder(test.store, test.folder);
        await test.signInAs('officer');
        const { raw } = test.store.requireUnlocked();
        expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
        const after = contentOf(test) as { file_import: unknown[] };
        const whole = after.file_import.length > before.file_import.length;
        outcomes.push(`${from} ${String(wait)}: ${whole ? 'all' : 'nothing'}`);
        if (state.answered) expect(whole).toBe(true);
        if (!whole) expect(after).toEqual(before);
        const written = raw.prepare("SELECT count(*) FROM audit_entry WHERE method = 'imports.apply'").pluck().get();
        expect(written).toBe(after.file_import.length);
        const rows = raw.prepare('SELECT count(*) FROM referral').pluck().get();
        expect(rows).toBe(raw.prepare('SELECT sum(new_rows) FROM file_import').pluck().get());
        const closing = closingByLedger(raw);
        expect(closing).toEqual(closingByCount(raw, closing.keys()));
        // What was written stays: a later round would find its numbers recorded and write nothing.
        if (whole)
          path = writeFile(
            test,
            [header, ...many(rowCount).map((row) => row.replace(',M', `,${String(outcomes.length)}M`))].join('\n'),
          );
        await expectIntactAudit(test);
      }
      expect(outcomes.filter((each) => each.endsWith('nothing')).length).toBeGreaterThan(0);
      expect(outcomes.at(-1)).toBe('answer 0: all');
    }, 1_800_000);
  },
);
