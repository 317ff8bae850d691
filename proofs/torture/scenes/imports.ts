import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { header, many, mappingFor } from '../../../tests/db/intake/imports/support.ts';
import { administrator } from '../../../tests/support/store.ts';
import { buildTemplate, openAfter } from '../workload.ts';
import { signedIn, valueOf, type Scene } from './scene.ts';

const rowCount = 1500;

/** More rows than need a backup first. */
export const imports: Scene = {
  name: 'imports',
  share: 0.12,
  lasts: 1500,
  prepare: async () => {
    const { test, unitId } = await buildTemplate();
    const path = join(test.parent, 'referrals.csv');
    writeFileSync(path, [header, ...many(rowCount)].join('\n'));
    const previews = new Map<string, string>();
    return {
      folder: () => test.folder,
      lead: async (running, folder) => {
        await signedIn(running, folder, administrator);
        const file = randomUUID();
        running.send({ type: 'grant', token: file, path, access: 'read' });
        const reading = { kind: 'csv', encoding: 'utf-8', separator: ',' };
        const input = { file, reading, mapping: mappingFor(unitId), jobId: randomUUID() };
        previews.set(folder, (valueOf(await running.ask('imports.preview', input)) as { previewId: string }).previewId);
      },
      act: (running, folder) => running.ask('imports.apply', { previewId: previews.get(folder), jobId: randomUUID() }),
      look: (folder, answered) =>
        openAfter(folder, [administrator.passphrase], ({ store }) => {
          const { raw } = store.requireUnlocked();
          const count = (sql: string) => raw.prepare(sql).pluck().get() as number;
          const rows = count('SELECT count(*) FROM referral') - 20;
          const files = count('SELECT count(*) FROM file_import');
          const entries = count("SELECT count(*) FROM audit_entry WHERE method = 'imports.apply'");
          const isWhole = rows === rowCount * files && files === entries;
          return Promise.resolve([
            ...(isWhole ? [] : [`${String(rows)} rows, ${String(files)} imports, ${String(entries)} entries`]),
            ...(answered && files !== 1 ? ['the import is gone'] : []),
          ]);
        }),
      dispose: test.dispose,
    };
  },
};
