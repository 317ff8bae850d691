import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';
import type { Survey } from './values.ts';

type Dates = Survey['dates'][number];

/** Each way of writing a date once, as it is understood, and how many leave something open; a column without any is not there. */
export function DatesRead({ dates }: { readonly dates: Survey['dates'] }) {
  return (
    <>
      {dates
        .filter(({ examples }) => examples.length > 0)
        .map((each) => (
          <DatesOf key={each.field} dates={each} />
        ))}
    </>
  );
}

function DatesOf({ dates }: { readonly dates: Dates }) {
  const t = useText();
  const format = useFormat();
  const { field, order, isOrdered, ambiguous, withoutDay, unread, examples } = dates;
  const title = t(`codes:importField.${field}`);
  const notes = [
    ...(isOrdered ? [t(`imports:values.order.${order}`)] : []),
    ...(ambiguous === 0 ? [] : [t('imports:values.ambiguous', { number: format.number(ambiguous) })]),
    ...(withoutDay === 0 ? [] : [t('imports:values.withoutDay', { number: format.number(withoutDay) })]),
    ...(unread === 0 ? [] : [t('imports:values.unread', { number: format.number(unread) })]),
  ];
  return (
    <section aria-label={title}>
      <h3 className={classes.valuesTitle}>{title}</h3>
      {notes.length > 0 && <p className={shared.quiet}>{notes.join(' · ')}</p>}
      <div className={classes.values}>
        <DataTable
          caption={title}
          rows={examples}
          rowKey={({ text }) => text}
          keepsOrder
          columns={[
            { key: 'text', header: t('imports:values.text'), value: ({ text }) => text },
            {
              key: 'understood',
              header: t('imports:values.understood'),
              value: ({ from, to }) =>
                from === null || to === null
                  ? t('imports:values.notADate')
                  : from === to
                    ? from
                    : t('imports:values.between', { from, to }),
            },
          ]}
        />
      </div>
    </section>
  );
}
