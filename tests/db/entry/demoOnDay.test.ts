import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { civilDate, type CivilDate } from '#contract/ground/dates';
import { demonstrationFolders } from '../../../db/entry/demo/place.ts';
import { prepareDemonstration } from '../../../db/entry/demo/prepare.ts';
import { Builder } from '../../../db/entry/demo/session.ts';
import { demonstrationPassphrase } from '../../../db/entry/demo/signIns.ts';
import { openFolder } from '../../../db/store/signIn.ts';
import { processes } from '../../support/store.ts';

const given = process.env['VIGIE_DEMONSTRATION_DAY'];
const job = { progress: () => undefined, checkpoint: () => undefined, breathe: () => Promise.resolve() };
const prepare: (folder: string, with_: typeof processes, of: typeof job, day: CivilDate) => Promise<unknown> =
  prepareDemonstration;

describe.runIf(given !== undefined)('the demonstration of a day [in the calendar run alone]', () => {
  const parent = mkdtempSync(join(tmpdir(), 'vigie-demo-'));
  afterAll(() => {
    rmSync(parent, { recursive: true, force: true });
  });

  it('is built, and each of its workspaces opens with a whole audit', async () => {
    await prepare(parent, processes, job, civilDate.parse(given));
    for (const folder of demonstrationFolders) {
      const builder = new Builder(`look at ${folder}`, processes);
      openFolder(builder.store, join(parent, folder));
      await builder.call('session.signIn', { login: 'administrateur', passphrase: demonstrationPassphrase });
      expect([folder, await builder.call('audit.verify', {})]).toEqual([
        folder,
        expect.objectContaining({ intact: true }),
      ]);
      builder.store.close();
    }
  }, 1_800_000);
});
