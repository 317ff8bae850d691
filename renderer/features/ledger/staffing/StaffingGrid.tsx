import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDotted,
  IconCircleHalf2,
  type Icon,
} from '@tabler/icons-react';
import { quarterOf, type Month } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { EditableGrid } from '../../../ui/grid/EditableGrid.tsx';
import type { Tone } from '../../../ui/Notice.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import {
  columns,
  currentValue,
  isChanged,
  keyOf,
  rowState,
  withEdit,
  writeCell,
  type Edits,
  type RowState,
  type Saved,
} from './cells.ts';

interface StaffingGridProps {
  readonly months: readonly Month[];
  readonly saved: Saved;
  readonly edits: Edits;
  readonly onChange: (edits: Edits) => void;
}

/** Months down, figures across; every cell takes a number or `..`. */
export function StaffingGrid({ months, saved, edits, onChange }: StaffingGridProps) {
  const t = useText();
  const format = useFormat();
  const cellsOf = (month: Month) =>
    columns.map((measure) => {
      const key = keyOf(month, measure);
      const existing = saved.get(key) ?? null;
      const edit = edits.get(key);
      return { existing, edit, value: currentValue(existing, edit), isChanged: isChanged(existing, edit) };
    });
  return (
    <EditableGrid
      caption={t('staffing:gridHelp')}
      rows={months}
      rowKey={(month) => month}
      rowHead={{ header: t('codes:heading.month'), of: (month) => format.month(month) }}
      groupOf={(month) => format.fiscalYear(quarterOf(month).fiscalYear)}
      startsAtEnd
      columns={[
        ...columns.map((measure, index) => ({
          key: measure,
          header: t(`staffing:column.${measure}`),
          kind: 'number',
          cell: (month: Month) => {
            const cell = cellsOf(month)[index];
            if (cell === undefined) return null;
            const written = writeCell(cell.existing, format.locale);
            return {
              label: `${t(`staffing:column.${measure}`)}, ${format.month(month)}`,
              text: cell.edit ?? written,
              saved: written,
              isChanged: cell.isChanged,
              isMissing: cell.value === 'not_available',
              problem: cell.value === undefined ? t('common:notANumber') : undefined,
            };
          },
        })),
        {
          key: 'state',
          header: t('codes:field.state'),
          kind: 'state',
          computed: (month) => {
            const cells = cellsOf(month);
            const values = cells.map(({ value }) => value);
            return (
              <RowStatus
                state={rowState(values)}
                hasChanges={cells.some((cell) => cell.isChanged)}
                hasErrors={values.includes(undefined)}
              />
            );
          },
        },
      ]}
      onType={(texts) => {
        onChange(
          texts.reduce((next, { row, column, text }) => {
            const measure = columns.find((each) => each === column);
            return measure === undefined ? next : withEdit(next, saved, keyOf(row, measure), text);
          }, edits),
        );
      }}
    />
  );
}

const looks: Record<RowState, { readonly tone: Tone; readonly icon: Icon }> = {
  complete: { tone: 'positive', icon: IconCircleCheck },
  with_gaps: { tone: 'neutral', icon: IconCircleDashed },
  partly: { tone: 'dueSoon', icon: IconCircleHalf2 },
  blank: { tone: 'neutral', icon: IconCircleDotted },
};

interface RowStatusProps {
  readonly state: RowState;
  readonly hasChanges: boolean;
  readonly hasErrors: boolean;
}

function RowStatus({ state, hasChanges, hasErrors }: RowStatusProps) {
  const t = useText();
  if (hasErrors) return <StatusBadge tone="overdue" icon={IconAlertTriangle} label={t('common:notANumber')} />;
  const label = t(`staffing:rowState.${state}`);
  return <StatusBadge {...looks[state]} label={hasChanges ? t('staffing:rowUnsaved', { state: label }) : label} />;
}
