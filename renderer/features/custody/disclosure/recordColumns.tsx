import { IconAlertTriangle, IconCheck, IconEyeOff, IconMinus } from '@tabler/icons-react';
import type { PaperRecord, Treatment } from '#contract/custody/disclosure';
import { useText, type Translate } from '../../../i18n/text.ts';
import type { useFormat } from '../../../lib/useFormat.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { Grounds } from './useGrounds.ts';

interface ColumnOptions {
  readonly t: Translate;
  readonly format: ReturnType<typeof useFormat>;
  readonly grounds: Grounds;
}

const icons = { included: IconCheck, redacted: IconEyeOff, left_out: IconMinus } as const;
const tones = { included: 'positive', redacted: 'dueSoon', left_out: 'neutral' } as const;

export function TreatmentBadge({ treatment, isStale = false }: { treatment: Treatment; isStale?: boolean }) {
  const t = useText();
  if (isStale) return <StatusBadge tone="overdue" icon={IconAlertTriangle} label={t('papers:stale')} />;
  return <StatusBadge tone={tones[treatment]} icon={icons[treatment]} label={t(`codes:treatment.${treatment}`)} />;
}

const shownInPanel: readonly string[] = ['text', 'summary'];

/** What tells a record from the others at a glance: its first fields. Notes and summaries are read on purpose, beside the list. */
export function summaryOf({ fields }: PaperRecord, format: ColumnOptions['format']): string {
  return fields
    .filter(({ code }) => !shownInPanel.includes(code))
    .slice(0, 4)
    .map(({ value }) => format.bilingual(value).slice(0, 60))
    .join(' · ');
}

export function recordColumns({ t, format, grounds }: ColumnOptions): readonly ListColumn<PaperRecord>[] {
  return [
    { id: 'number', header: t('papers:column.number'), width: 44, rank: 1, text: ({ number }) => String(number) },
    {
      id: 'treatment',
      header: t('codes:field.treatment'),
      width: 132,
      rank: 2,
      text: ({ treatment }) => t(`codes:treatment.${treatment}`),
      cell: ({ treatment, isStale }) => <TreatmentBadge treatment={treatment} isStale={isStale} />,
    },
    {
      id: 'section',
      header: t('codes:field.part'),
      width: 150,
      rank: 3,
      text: ({ section }) => t(`codes:paperSection.${section}`),
    },
    { id: 'on', header: t('codes:heading.date'), width: 88, rank: 5, text: ({ on }) => on ?? '' },
    {
      id: 'summary',
      header: t('codes:field.record'),
      width: 220,
      max: 'rest',
      rank: 4,
      text: (row) => summaryOf(row, format),
    },
    {
      id: 'ground',
      header: t('codes:field.ground'),
      width: 220,
      rank: 6,
      text: ({ ground }) => grounds.nameOf(ground),
    },
    {
      id: 'decided',
      header: t('codes:field.decision'),
      width: 88,
      rank: 7,
      text: ({ isDecided }) => t(isDecided ? 'papers:decided' : 'papers:byDefault'),
    },
  ];
}
