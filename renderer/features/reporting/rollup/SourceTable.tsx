import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconKey,
  IconShieldCheck,
  IconSignatureOff,
  type Icon,
} from '@tabler/icons-react';
import type { RollupSource } from '#contract/reporting/rollup';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { Tone } from '../../../ui/Notice.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Rollup.module.css';
import type { ChosenSource } from './useSources.ts';

const looks = {
  ready: { tone: 'positive', icon: IconShieldCheck },
  held: { tone: 'neutral', icon: IconCircleCheck },
  key_unconfirmed: { tone: 'dueSoon', icon: IconKey },
  changed: { tone: 'dueSoon', icon: IconAlertTriangle },
  unsigned: { tone: 'dueSoon', icon: IconSignatureOff },
  refused: { tone: 'overdue', icon: IconBan },
} as const satisfies Record<RollupSource['verdict'], { readonly tone: Tone; readonly icon: Icon }>;

/** Each source with its verdict, and with the reason where it is refused. */
export function SourceTable({ sources }: { readonly sources: readonly ChosenSource[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={t('rollup:receive.found')}
      rows={sources}
      rowKey={(source) => `${source.place} ${source.name}`}
      columns={[
        { key: 'name', header: t('rollup:source.name'), value: ({ name }) => name },
        {
          key: 'kind',
          header: t('codes:field.kind'),
          narrow: true,
          value: ({ kind }) => t(`codes:sourceKind.${kind}`),
        },
        { key: 'says', header: t('codes:heading.sender'), cell: (source) => <Says source={source} /> },
        {
          key: 'quarter',
          header: t('codes:heading.quarter'),
          narrow: true,
          value: ({ says }) => (says === null ? '' : format.quarter(says.quarter)),
        },
        { key: 'verdict', header: t('rollup:source.verdict'), cell: (source) => <Verdict source={source} /> },
      ]}
    />
  );
}

function Says({ source: { says } }: { readonly source: ChosenSource }) {
  const t = useText();
  const format = useFormat();
  if (says === null) return null;
  return (
    <>
      {says.workspaceName}
      {says.recipient !== null && ` · ${format.bilingual(says.recipient)}`}
      <span className={classes.minor}>
        {[
          t('rollup:source.units', { count: says.units.length, list: says.units.map((unit) => unit.code).join(', ') }),
          ...(says.sequence === null ? [] : [t('rollup:source.version', { sequence: says.sequence })]),
        ].join(' · ')}
      </span>
    </>
  );
}

function Verdict({ source }: { readonly source: ChosenSource }) {
  const t = useText();
  const { verdict, problems } = source;
  return (
    <>
      <StatusBadge {...looks[verdict]} label={t(`rollup:verdict.${verdict}`)} />
      {problems.map(({ code, file, found, expected }) => (
        <span key={`${code} ${file ?? ''}`} className={classes.reason}>
          {t(`rollup:problem.${code}`, { found: found ?? '', expected: expected ?? '' })}
          {file !== null && ` (${file})`}
        </span>
      ))}
    </>
  );
}
