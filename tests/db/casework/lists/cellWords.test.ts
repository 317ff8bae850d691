import { expect, it } from 'vitest';
import { cellWords, investigationCells, type CellText } from '#contract/casework/listCells';
import type { InvestigationRow } from '#contract/casework/investigations';

it('every origin of a file has its words in an export', () => {
  const origins = [
    { proactive: true, transferredIn: false },
    { proactive: false, transferredIn: false },
    { proactive: false, transferredIn: true },
  ];
  const origin: CellText<InvestigationRow> = investigationCells.origin;
  const asked = origins.map((row) =>
    origin(row as InvestigationRow, {
      say: (key) => key,
      person: () => '',
      unit: () => '',
      bilingual: ({ en }) => en,
      showsSummaries: false,
    }),
  );
  expect(new Set(asked).size).toBe(3);
  expect(cellWords.investigations).toEqual(expect.arrayContaining(asked));
});
