import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { panelsOf as readPanels } from '../../../../db/entry/cli/analyse/capacityPanels.ts';
import { InputFailure } from '../../../../db/entry/cli/outcome.ts';
import { readTable } from '../../../../db/entry/cli/analyse/table.ts';
import { defaultAssumptions } from '../../../../db/estimator/assumptions.ts';
import { panelFile, specificationOf, withoutNames } from '../../../../db/statistics/estimate/replication/files.ts';
import { panelsOf } from './reference/support.ts';

/** Two units, of one of which two months are counted in part only. */
const panels = panelsOf(2).map((panel, index) => (index === 0 ? { ...panel, partialMonths: [3, 4] } : panel));

function readBack(text: (csv: string) => string = (csv) => csv) {
  const nameless = withoutNames(panels, 'any');
  const { columns } = specificationOf(defaultAssumptions, 1, nameless, []);
  const folder = mkdtempSync(join(tmpdir(), 'replication-'));
  try {
    const path = join(folder, 'panel.csv');
    writeFileSync(path, text(panelFile(nameless.panels).bytes.toString()));
    return { asked: nameless.panels, read: readPanels(readTable(path), columns) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('a replication carries which months are counted in part only, so that its grades have the same caps', () => {
  const { asked, read } = readBack();
  expect(asked.map(({ partialMonths }) => partialMonths).filter(Boolean)).toEqual([[3, 4]]);
  expect(read).toEqual(asked);
});

it('refuses a mark that is neither 0 nor 1', () => {
  const wrong = () => readBack((csv) => csv.replace(/,1\r?\n/, ',2\n'));
  expect(wrong).toThrow(InputFailure);
});
