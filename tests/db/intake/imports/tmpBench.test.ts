import { it } from 'vitest';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { FileGrant } from '#contract/ground/ids';
import { benchImport } from '../../../bench/importBench.ts';
import { copyOfUnit } from '../../../support/store.ts';
import { readRegister } from '../../../support/importRegister.ts';
it('bench', async () => { for (const l of await benchImport()) console.log(JSON.stringify(l)); }, 120_000);
it('register of 100,000', async () => {
  const { test } = await copyOfUnit();
  const day = (i: number) => new Date(Date.UTC(2019, 3, 1) + i * 86_400_000).toISOString().slice(0, 10);
  const lines = ['Received;Source;Number;Status;Closed;Notes'];
  for (let i = 0; i < 100_000; i += 1) lines.push(`${day(i % 2000)};${['NCECC', 'Public', 'Cybertip', 'School'][i % 4]};N-${i};${i % 5 ? `Closed JT` : ''};${i % 5 ? day(i % 2000 + 100) : ''};Fictitious referral ${i}, as the source described it in a sentence`);
  const path = join(test.parent, 'big.csv'); writeFileSync(path, lines.join('\n'));
  const began = performance.now();
  const { preview } = await readRegister(test, test.grant(path) as FileGrant);
  console.log('register inspect+survey+preview', performance.now() - began, JSON.stringify(preview.counts), JSON.stringify(preview.reasons));
  test.dispose();
}, 120_000);
