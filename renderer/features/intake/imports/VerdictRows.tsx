import { dayText } from '#contract/ground/dayText';
import { useState } from 'react';
import type { Output } from '#contract/index';
import { referralSource, referralState, riskBand } from '#contract/ground/codes';
import { civilDate } from '#contract/ground/dates';
import type { Verdict } from '#contract/intake/verdicts';
import { codeWords } from '#contract/words/codes';
import { useRead } from '../../../bridge/queries.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './Imports.module.css';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Pages } from './Pages.tsx';
import type { ImportFlow } from './useImport.ts';

interface VerdictRowsProps {
  readonly previewId: string;
  readonly verdict: Verdict;
  readonly flow: ImportFlow;
}

const pageRows = 50;

/** The reasons that have a rule of their own. */
const importRules = Object.keys(codeWords.importRule) as (keyof typeof codeWords.importRule)[];

type Row = Output<'imports.previewRows'>['rows'][number];

/** Cells up to so many characters are not broken. */
const shortest = 24;

/** What comes in, in words; of a row that does not, nothing. */
function useUnderstood({ hasOfficers }: { readonly hasOfficers: boolean }) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  return [
    {
      key: 'understoodDate',
      header: t('codes:field.receivedOn'),
      narrow: true,
      value: ({ understood }: Row) => {
        if (understood === null) return '';
        return understood.receivedAt === null ? understood.receivedOn : format.instant(understood.receivedAt);
      },
    },
    {
      key: 'understoodSource',
      header: t('codes:field.source'),
      value: ({ understood }: Row) => (understood === null ? '' : t(`codes:referralSource.${understood.source}`)),
    },
    {
      key: 'understoodUnit',
      header: t('codes:heading.unit'),
      value: ({ understood }: Row) => (understood === null ? '' : names.unitCode(understood.unitId)),
    },
    ...(hasOfficers
      ? [
          {
            key: 'understoodOwner',
            header: t('codes:field.owner'),
            narrow: true,
            value: ({ understood }: Row) =>
              understood === null || understood.assignedTo === null ? '' : names.person(understood.assignedTo),
          },
        ]
      : []),
    {
      key: 'understoodEnd',
      header: t('codes:field.state'),
      narrow: true,
      value: ({ understood }: Row) => {
        if (understood === null) return '';
        const { ended } = understood;
        if (ended === null) return t('imports:values.open');
        const on = dayText(ended.on, ended.uncertain, t('codes:field.dayUnknown').toLocaleLowerCase());
        return `${t(`codes:referralState.${ended.state}`)}, ${on}`;
      },
    },
  ];
}

/** Each reason with what is written, the rule, and the nearest form that is accepted. */
function Refusals({ row }: { readonly row: Row }) {
  const t = useText();
  return (
    <ul className={classes.refusals}>
      {row.refusals.map((each) => (
        <li key={`${each.reason} ${each.field ?? ''}`}>
          <strong>{t(`imports:reason.${each.reason}`)}</strong> <RefusalDetail refusal={each} />
        </li>
      ))}
    </ul>
  );
}

function RefusalDetail({ refusal: { reason, field, value, nearest } }: { readonly refusal: Row['refusals'][number] }) {
  const t = useText();
  const rule = importRules.find((each) => each === reason);
  const written =
    value === null ? null : value === '' ? t('imports:refusal.empty') : t('imports:refusal.value', { value });
  const parts = [
    ...(written === null
      ? []
      : [
          field === null
            ? `${written}.`
            : t('imports:refusal.written', { field: t(`codes:importField.${field}`), written }),
        ]),
    ...(rule === undefined ? [] : [t(`codes:importRule.${rule}`)]),
    ...(nearest === null ? [] : [t('imports:refusal.nearest', { nearest: nearestShown(t, field, nearest) })]),
  ];
  return <>{parts.join(' ')}</>;
}

/** Codes by their names. */
function nearestShown(t: Translate, field: Row['refusals'][number]['field'], nearest: string): string {
  if (field === 'source') return t(`codes:referralSource.${referralSource.parse(nearest)}`);
  if (field === 'riskBand') return t(`codes:riskBand.${riskBand.parse(nearest)}`);
  if (field === 'conclusion') return t(`codes:referralState.${referralState.parse(nearest)}`);
  // A day is not broken at its hyphens.
  return civilDate.safeParse(nearest).success ? nearest.replaceAll('-', '\u2011') : nearest;
}

/** The rows of one verdict: the reason in words, what is understood of new ones, and the cells that are imported; free text stays out. */
export function VerdictRows({ previewId, verdict, flow }: VerdictRowsProps) {
  const t = useText();
  const mapping = flow.mapping?.columns ?? {};
  const understood = useUnderstood({ hasOfficers: mapping.assignedTo !== undefined });
  const columns = flow.inspect.data?.columns ?? [];
  const [offset, setOffset] = useState(0);
  const read = useRead('imports.previewRows', { previewId, verdict, offset, size: pageRows }, { keepPrevious: true });
  const shown = Object.entries(mapping)
    .filter(([field]) => field !== 'summary')
    .map(([, column]) => column)
    .toSorted((a, b) => a - b);
  if (read.error !== null) return <FailureAlert failure={read.error.failure} />;
  if (read.data === undefined) return null;
  const { rows, total } = read.data;
  const reasonsOf = ({ reasons }: Row) => reasons.map((reason) => t(`imports:reason.${reason}`)).join(', ');
  return (
    <div className={classes.rows}>
      <DataTable
        caption={t(`imports:verdict.${verdict}`)}
        rows={rows}
        rowKey={({ sheet, line, cells }) =>
          `${sheet ?? ''} ${String(line)} ${cells[mapping.externalNumber ?? -1] ?? ''}`
        }
        keepsOrder={total > pageRows}
        columns={[
          ...(rows.every(({ sheet }) => sheet === null)
            ? []
            : [{ key: 'sheet', header: t('common:sheet'), value: (row: Row) => row.sheet }]),
          { key: 'line', header: t('codes:heading.line'), as: 'number', value: (row) => row.line },
          ...(rows.every(({ reasons }) => reasons.length === 0)
            ? []
            : [
                {
                  key: 'reasons',
                  header: t('codes:field.reason'),
                  value: reasonsOf,
                  cell: (row: Row) =>
                    verdict === 'invalid' ? (
                      <Refusals row={row} />
                    ) : (
                      <span className={classes.rowReasons}>{reasonsOf(row)}</span>
                    ),
                },
              ]),
          ...(verdict === 'new' ? understood : []),
          ...shown.map((column) => ({
            key: String(column),
            header: columns[column]?.name ?? '',
            value: (row: Row) => row.cells[column],
            narrow: rows.every(({ cells }) => (cells[column]?.length ?? 0) <= shortest),
          })),
        ]}
      />
      <Pages offset={offset} size={pageRows} total={total} onMove={setOffset} />
    </div>
  );
}
