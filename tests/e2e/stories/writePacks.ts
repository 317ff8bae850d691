// Run by Node itself, not by Playwright, whose loader does not read the store's sources: writes the packs that the
// coordinator's story receives, and says whose they are.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from '../../../electron/contract/ground/codes.ts';
import type { Month, Quarter } from '../../../electron/contract/ground/dates.ts';
import type { PackCell } from '../../../db/reporting/packs/format.ts';
import {
  newSender,
  packText,
  payloadFor,
  quarterOne,
  quarterTwo,
  wholeCells,
  type Sender,
} from '../../support/signedPacks.ts';

const folder = process.argv[2] ?? '.';
const [first, second] = [newSender('U01'), newSender('U02')];

type Changed = (month: Month, measure: Measure) => number | null | undefined;

function write(
  name: string,
  sender: Sender,
  quarter: Quarter,
  exportedAt: number,
  changed?: Changed,
  isKnown: (cell: PackCell) => boolean = () => true,
): string {
  const last = (quarter === quarterOne ? '2026-06' : '2026-09') as Month;
  const cells = wholeCells(sender.unitId, '2025-10' as Month, last, changed).filter(isKnown);
  const path = join(folder, `${name}.vigiepack`);
  writeFileSync(path, packText(payloadFor(sender, quarter, exportedAt, cells), sender.key));
  return path;
}

/** Arrests of the quarter: 6 before, 12 now. */
const august: Changed = (month, measure) => (measure === 'arrests' && month === '2026-08' ? 8 : undefined);

const written = {
  units: [first, second].map(({ unitId, fingerprint }) => ({ unitId, fingerprint })),
  // Nobody has said a word of the charges of September.
  first: write(
    'first',
    first,
    quarterTwo,
    20,
    august,
    (cell) => cell.month !== '2026-09' || cell.measure !== 'charges_laid',
  ),
  firstWhole: write('first-whole', first, quarterTwo, 22, august),
  secondBefore: write('second-before', second, quarterOne, 10),
  second: write('second', second, quarterTwo, 21),
  // One charge more than was known, laid in August.
  later: write('later', first, quarterTwo, 30, (month, measure) =>
    measure === 'charges_laid' && month === '2026-08' ? 7 : august(month, measure),
  ),
};
process.stdout.write(JSON.stringify(written));
