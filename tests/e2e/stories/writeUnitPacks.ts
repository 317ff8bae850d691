// Run by Node itself, not by Playwright, whose loader does not read the store's sources: writes the signed packs of four
// units, one of which cannot give its charges of September, and says whose they are.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '../../../electron/contract/ground/dates.ts';
import { newSender, packText, payloadFor, quarterTwo, wholeCells } from '../../support/signedPacks.ts';

const folder = process.argv[2] ?? '.';
const written = ['U01', 'U02', 'U03', 'U04'].map((code, index) => {
  const sender = newSender(code);
  const cells = wholeCells(sender.unitId, '2025-10' as Month, '2026-09' as Month, (month, measure) =>
    code === 'U03' && month === '2026-09' && measure === 'charges_laid' ? null : undefined,
  );
  const path = join(folder, `${code}.vigiepack`);
  writeFileSync(path, packText(payloadFor(sender, quarterTwo, 20 + index, cells), sender.key));
  return { unitId: sender.unitId, fingerprint: sender.fingerprint, path };
});
process.stdout.write(JSON.stringify(written));
