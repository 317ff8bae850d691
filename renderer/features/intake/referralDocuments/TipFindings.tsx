import { Button, Checkbox } from '@mantine/core';
import type { TipDraft } from '#contract/intake/referralDocuments';
import { useText } from '../../../i18n/text.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Tips.module.css';
import { allOf, nothing, type Tip } from './useTip.ts';

interface TipFindingsProps {
  readonly tip: Tip;
  readonly draft: TipDraft;
}

type Placed<T> = T & { readonly index: number };

const placed = <T,>(rows: readonly T[]): readonly Placed<T>[] => rows.map((row, index) => ({ ...row, index }));

/** Persons and identifiers, each kept or left out by the reader of the document. */
export function TipFindings({ tip, draft }: TipFindingsProps) {
  const t = useText();
  const total = draft.persons.length + draft.identifiers.length;
  const taken = tip.taken.persons.size + tip.taken.identifiers.size;
  return (
    <section>
      <div className={classes.head}>
        <h2 className={classes.heading}>{t('common:personsAndIdentifiers')}</h2>
        <span className={shared.none} role="status">
          {t('tips:takenOf', { taken, total })}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            tip.take(allOf(draft));
          }}
          disabled={taken === total}
        >
          {t('common:keepAll')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            tip.take(nothing);
          }}
          disabled={taken === 0}
        >
          {t('tips:takeNone')}
        </Button>
      </div>
      {total === 0 && <p className={shared.none}>{t('tips:noFindings')}</p>}
      {draft.persons.length > 0 && <Persons tip={tip} draft={draft} />}
      {draft.identifiers.length > 0 && <Identifiers tip={tip} draft={draft} />}
    </section>
  );
}

function Persons({ tip, draft }: TipFindingsProps) {
  const t = useText();
  const columns: readonly Column<Placed<TipDraft['persons'][number]>>[] = [
    {
      key: 'take',
      header: t('codes:term.keep'),
      narrow: true,
      cell: ({ index, name }) => (
        <Checkbox
          aria-label={t('tips:takePerson', { name: name ?? String(index + 1) })}
          checked={tip.taken.persons.has(index)}
          onChange={() => {
            tip.toggle('persons', index);
          }}
        />
      ),
    },
    { key: 'role', header: t('codes:field.role'), narrow: true, value: ({ role }) => t(`codes:personRole.${role}`) },
    { key: 'name', header: t('codes:field.name'), value: ({ name }) => name ?? t('common:none') },
    {
      key: 'age',
      header: t('codes:field.ageBand'),
      narrow: true,
      value: ({ ageBand }) => t(`codes:ageBand.${ageBand}`),
    },
    {
      key: 'at',
      header: t('tips:column.foundAt'),
      cell: ({ foundAt }) => <span className={shared.none}>{foundAt}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('tips:persons')}
      columns={columns}
      rows={placed(draft.persons)}
      rowKey={({ index }) => index}
    />
  );
}

function Identifiers({ tip, draft }: TipFindingsProps) {
  const t = useText();
  const columns: readonly Column<Placed<TipDraft['identifiers'][number]>>[] = [
    {
      key: 'take',
      header: t('codes:term.keep'),
      narrow: true,
      cell: ({ index, value }) => (
        <Checkbox
          aria-label={t('tips:takeIdentifier', { value })}
          checked={tip.taken.identifiers.has(index)}
          onChange={() => {
            tip.toggle('identifiers', index);
          }}
        />
      ),
    },
    {
      key: 'kind',
      header: t('codes:field.kind'),
      narrow: true,
      value: ({ kind }) => t(`codes:identifierKind.${kind}`),
    },
    {
      key: 'value',
      header: t('codes:field.value'),
      cell: ({ value, port, service }) => (
        <span className={classes.value}>
          {value}
          {port !== null && ` : ${String(port)}`}
          {service !== null && <span className={shared.none}> {service}</span>}
        </span>
      ),
    },
    {
      key: 'seen',
      header: t('tips:column.seen'),
      value: ({ seenText, event }) => [seenText, event].filter((each) => each !== null).join(' · '),
    },
    {
      key: 'at',
      header: t('tips:column.foundAt'),
      cell: ({ foundAt }) => <span className={shared.none}>{foundAt}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('tips:identifiers')}
      columns={columns}
      rows={placed(draft.identifiers)}
      rowKey={({ index }) => index}
    />
  );
}
