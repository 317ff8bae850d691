import { Anchor, Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Difference, ExtractRow } from '#contract/intake/extracts';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { takeable, type ExtractChoice } from './extractChoice.ts';
import { FieldChanges } from './FieldChanges.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import { Pages } from './Pages.tsx';

interface DifferenceRowsProps {
  readonly previewId: string;
  readonly group: Difference;
  readonly choice: ExtractChoice;
  readonly isLocked: boolean;
}

const pageRows = 50;

/** The rows of one group: what each field is and would become, and whether it is written. */
export function DifferenceRows({ previewId, group, choice, isLocked }: DifferenceRowsProps) {
  const t = useText();
  const [offset, setOffset] = useState(0);
  const read = useRead(
    'extracts.rows',
    { previewId, difference: group, offset, size: pageRows },
    { keepPrevious: true },
  );
  const columns = useColumns(group, choice, isLocked);
  if (read.error !== null) return <FailureAlert failure={read.error.failure} />;
  if (read.data === undefined) return null;
  const { rows, total } = read.data;
  const canTakeAll = takeable.some((each) => each === group) && rows.some(({ canTake }) => canTake);
  return (
    <div className={classes.rows}>
      {canTakeAll && !isLocked && (
        <div className={classes.pages}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              choice.toggleGroup(group);
            }}
          >
            {choice.take.includes(group) ? t('imports:difference.leaveAll') : t('imports:difference.takeAll')}
          </Button>
          <span className={shared.quiet} role="status">
            {t('imports:difference.chosen', { count: choice.chosenOf(group, total) })}
          </span>
        </div>
      )}
      <DataTable
        caption={t(`imports:difference.${group}`)}
        rows={rows}
        rowKey={({ index }) => index}
        columns={columns}
        keepsOrder={total > pageRows}
      />
      <Pages offset={offset} size={pageRows} total={total} onMove={setOffset} />
    </div>
  );
}

function useColumns(group: Difference, choice: ExtractChoice, isLocked: boolean): readonly Column<ExtractRow>[] {
  const t = useText();
  return [
    ...(takeable.some((each) => each === group)
      ? [
          {
            key: 'take',
            header: t('imports:difference.take'),
            narrow: true,
            cell: (row: ExtractRow) => (
              <Checkbox
                size="xs"
                aria-label={t('imports:difference.takeOf', { number: row.number })}
                checked={choice.isChosen(row)}
                disabled={isLocked || !row.canTake}
                onChange={() => {
                  choice.toggleRow(row);
                }}
              />
            ),
          },
        ]
      : []),
    { key: 'line', header: t('codes:heading.line'), as: 'number', value: ({ line }) => line, none: '–' },
    {
      key: 'number',
      header: t('imports:extractField.number'),
      narrow: true,
      value: ({ number }) => number,
      cell: ({ number, fileId }) =>
        fileId === null ? (
          number
        ) : (
          <Anchor component={Link} href={`/investigations/${fileId}`} size="sm">
            {number}
          </Anchor>
        ),
    },
    {
      key: 'fields',
      header: t('imports:difference.fields'),
      cell: (row) => (
        <>
          {row.reasons.map((reason) => t(`imports:extractReason.${reason}`)).join(', ')}
          {row.struckOn !== null && <div>{t('imports:difference.struckOn', { on: row.struckOn })}</div>}
          <FieldChanges row={row} />
        </>
      ),
    },
  ];
}
