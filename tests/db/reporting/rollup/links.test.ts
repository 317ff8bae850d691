import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RollupSource } from '#contract/reporting/rollup';
import { copyOf, createOffice, newSenders } from '../../../support/offices.ts';
import { createCoordination } from '../../../support/packs.ts';

it('refuses what is only a link in the chosen folder, each by its name', async () => {
  const office = await createOffice(newSenders('U01'), {}, 'NORTH');
  const national = await createCoordination();
  const inbox = join(national.test.parent, 'received');
  mkdirSync(inbox);
  const elsewhere = join(national.test.parent, 'elsewhere');
  mkdirSync(elsewhere);
  const folder = copyOf(await office.send(), elsewhere, 'north');
  for (const name of ['own.vigiepack', 'form.xlsx', 'letter.txt', '~$form.xlsx']) {
    writeFileSync(join(elsewhere, name), '{}');
    symlinkSync(join(elsewhere, name), join(inbox, name));
  }
  symlinkSync(join(elsewhere, 'missing'), join(inbox, 'gone.vigiepack'));
  symlinkSync(folder, join(inbox, 'north'));
  symlinkSync(elsewhere, join(inbox, 'other'));
  copyOf(join(elsewhere, 'north'), inbox, 'south');
  const place = national.test.grant(inbox) as never;
  const { found } = await national.test.call('rollup.inspect', { place });
  const linked = (name: string, kind: RollupSource['kind']) => ({
    name,
    kind,
    problems: [{ code: 'file_linked', file: name }],
  });
  expect(found).toMatchObject([
    linked('form.xlsx', 'kit'),
    linked('gone.vigiepack', 'pack'),
    linked('north', 'return'),
    linked('own.vigiepack', 'pack'),
    { name: 'south', problems: [] },
  ]);
  expect(found.filter(({ verdict }) => verdict === 'refused')).toHaveLength(4);
  const named = { place, name: 'north', confirmFingerprint: office.fingerprint };
  expect(await national.test.refusal('rollup.import', named)).toMatchObject({ reason: 'rollup_refused' });
  office.dispose();
  national.test.dispose();
});
