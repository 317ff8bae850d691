import { Checkbox } from '@mantine/core';
import { Link } from 'wouter';
import type { ExchangeHit } from '#contract/custody/deconfliction';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Through } from '../../casework/persons/KnownFiles.tsx';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import classes from './Exchanges.module.css';

interface HitTableProps {
  readonly hits: readonly ExchangeHit[];
  /** Files left out of the reply. */
  readonly kept: ReadonlySet<string>;
  /** Absent where there is nothing to answer. */
  readonly onToggle?: (fileId: string) => void;
}

export function HitTable({ hits, kept, onToggle }: HitTableProps) {
  const t = useText();
  const names = useNames();
  const tell: readonly Column<ExchangeHit>[] =
    onToggle === undefined
      ? []
      : [
          {
            key: 'tell',
            header: t('exchanges:read.tell'),
            narrow: true,
            cell: (hit) => (
              <Checkbox
                size="xs"
                aria-label={t('exchanges:read.tellFile', { number: names.fileNumber(hit) })}
                checked={!kept.has(hit.file.id)}
                onChange={() => {
                  onToggle(hit.file.id);
                }}
              />
            ),
          },
        ];
  return (
    <DataTable
      caption={t('exchanges:read.files')}
      rows={hits}
      rowKey={({ file }) => file.id}
      columns={[
        ...tell,
        {
          key: 'file',
          header: t('exchanges:read.file'),
          narrow: true,
          cell: (hit) => (
            <>
              <Link href={`/${hit.file.kind}s/${hit.file.id}`}>{names.fileNumber(hit)}</Link>
              <Through file={hit} />
            </>
          ),
        },
        {
          key: 'officer',
          header: t('codes:field.owner'),
          narrow: true,
          value: ({ officer }) => (officer === null ? t('common:none') : names.person(officer)),
        },
        { key: 'unit', header: t('exchanges:read.unit'), narrow: true, value: (hit) => names.unitCode(hit.unitId) },
        { key: 'shared', header: t('exchanges:read.shared'), cell: (hit) => <SharedLines shared={hit.shared} /> },
      ]}
    />
  );
}

/** Why it matches; of a reply, which only says that it does, what kind of identifier it is. */
function SharedLines({ shared }: Pick<ExchangeHit, 'shared'>) {
  const t = useText();
  return (
    <ul className={classes.shared}>
      {shared.map(({ kind, value, reason }) => (
        <li key={`${kind} ${value} ${reason ?? ''}`}>
          {t('exchanges:read.line', {
            value,
            reason: reason === null ? t(`codes:identifierKind.${kind}`) : t(`codes:sharedReason.${reason}`),
          })}
        </li>
      ))}
    </ul>
  );
}
