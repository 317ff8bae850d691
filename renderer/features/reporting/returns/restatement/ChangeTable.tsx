import type { RestatedCell } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { useText } from '../../../../i18n/text.ts';
import { DataTable, type Column } from '../../../../ui/DataTable.tsx';
import type { DocumentLanguage } from '../document/language.ts';
import { useReturnTexts } from '../written/useReturnTexts.ts';
import { cellKey, cellName, contentText } from '../document/cellNames.ts';
import { ReasonFields } from './ReasonFields.tsx';

interface ChangeTableProps {
  readonly content: ReturnContent;
  /** The reasons may still be written. */
  readonly isOpen: boolean;
  readonly language: DocumentLanguage;
}

export function ChangeTable({ content, isOpen, language }: ChangeTableProps) {
  const t = useText();
  const texts = useReturnTexts(content);
  const columns: readonly Column<RestatedCell>[] = [
    { key: 'what', header: t('returns:restated.what'), narrow: true, value: ({ what }) => t(`codes:cell.${what}`) },
    {
      key: 'unit',
      header: t('codes:heading.unit'),
      narrow: true,
      value: ({ unitCode }) => unitCode ?? t('codes:heading.allUnits'),
    },
    { key: 'name', header: t('returns:restated.figure'), value: (row) => cellName(content, row, language) },
    {
      key: 'month',
      header: t('returns:restated.month'),
      narrow: true,
      value: ({ month }) => month,
      cell: ({ month }) => (month === null ? '' : language.month(month)),
    },
    {
      key: 'before',
      header: t('returns:restated.before'),
      align: 'end',
      narrow: true,
      cell: ({ before }) => contentText(before, language),
    },
    {
      key: 'after',
      header: t('returns:restated.after'),
      align: 'end',
      narrow: true,
      cell: ({ after }) => contentText(after, language),
    },
    {
      key: 'why',
      header: t('returns:restated.why'),
      cell: (row) =>
        isOpen && texts !== undefined ? (
          <ReasonFields
            content={content}
            cell={row}
            reasons={texts.reasons}
            label={`${cellName(content, row, language)}, ${row.unitCode ?? t('codes:heading.allUnits')}`}
          />
        ) : (
          language.bilingual(row.why)
        ),
    },
  ];
  return (
    <DataTable
      caption={t('returns:restated.title')}
      rows={content.restatement?.changes ?? []}
      rowKey={cellKey}
      columns={columns}
    />
  );
}
