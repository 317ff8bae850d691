import { periodOf } from '#contract/ground/period';
import { reportWorkbook } from '../../../documents/report/report.ts';
import type { ReturnPart } from '../parts/part.ts';
import type { ReturnReport } from './report.ts';
import { addCover } from './sheetCover.ts';

/** The figures come first, and the texts after what they are about. */
const order: readonly ReturnPart['id'][] = [
  'indicators',
  'by-agreement',
  'by-unit',
  'reconciliation',
  'backlog',
  'ledger',
  'without',
  'staff',
  'funding',
  'explanations',
  'narrative',
  'attestations',
  'quality',
  'definitions',
  'rules',
  'sources',
  'restated',
  'notes',
];

/** The most pages that the workbook may print on, by an estimate that is seldom too low; its cover is among them. */
const mostPages = 39;
const coverPages = 2;

/** `return.xlsx`, bilingual. The same report gives the same file: its times are those of the lock. */
export async function buildWorkbook(report: ReturnReport): Promise<Uint8Array> {
  const { locked, content } = report;
  const { agreement, quarter, marking } = content;
  const { name } = periodOf(quarter);
  const parts = report.parts.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return reportWorkbook(
    { code: agreement.code, marking, parts },
    {
      title: `${agreement.code} ${name.en}`,
      heading: name,
      at: locked.lockedAt,
      mostPages: mostPages - coverPages,
      cover: (workbook, sheets, print) => {
        addCover(workbook, report, sheets, print);
      },
    },
  );
}
