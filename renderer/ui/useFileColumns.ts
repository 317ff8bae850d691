import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../i18n/text.ts';
import { useNames } from '../lib/useNames.ts';
import type { Column } from './DataTable.tsx';

interface CountedFile {
  readonly kind: 'referral' | 'investigation';
  readonly id: string;
  readonly number: string;
  readonly unitId: UnitId;
  readonly on: CivilDate;
}

/** The first columns of a table of the files that a figure counts. */
export function useFileColumns<Row extends CountedFile>(): readonly Column<Row>[] {
  const t = useText();
  const { unitCode, fileNumber } = useNames();
  return [
    { key: 'on', header: t('common:behind.on'), value: ({ on }) => on, narrow: true },
    {
      key: 'number',
      header: t('common:behind.number'),
      value: fileNumber,
      href: ({ kind, id }) => `/${kind}s/${id}`,
      narrow: true,
    },
    { key: 'kind', header: t('common:behind.kind'), value: ({ kind }) => t(`common:behind.${kind}`) },
    { key: 'unit', header: t('codes:heading.unit'), value: ({ unitId }) => unitCode(unitId), narrow: true },
  ];
}
