import { Button } from '@mantine/core';
import { civilDate } from '#contract/ground/dates';
import { operationFigure, type OperationRow } from '#contract/casework/operations';
import { useRead } from '../../../bridge/queries.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { CountLink } from '../../../ui/CountLink.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Operations.module.css';

/** What an operation's files had between any two days, on screen, as CSV and on paper. */
export function OperationCounts({ operation }: { readonly operation: OperationRow }) {
  const t = useText();
  const format = useFormat();
  const [from, setFrom] = useKeptState<string>(`operations.${operation.id}.from`, operation.beganOn);
  const [to, setTo] = useKeptState<string>(`operations.${operation.id}.to`, operation.endedOn ?? today());
  const isPeriod = civilDate.safeParse(from).success && civilDate.safeParse(to).success;
  const period = { operationId: operation.id, from, to };
  const read = useRead('operations.counts', period, { enabled: isPeriod, keepPrevious: true });
  const { save, isPending, written, failure: notSaved } = useSaveAs('operations.export');
  const saveAs = (kind: 'csv' | 'pdf') => {
    save(
      {
        purpose: kind === 'csv' ? 'operation_csv' : 'paper_pdf',
        suggestedName: `${t('fileWork:operations.fileName')}.${kind}`,
      },
      (file) => ({ ...period, file, locale: format.locale, format: kind }),
    );
  };
  const failure = read.error?.failure ?? notSaved;
  return (
    <section aria-label={operation.name} className={classes.operation}>
      <h2 className={shared.headingAbove}>{operation.name}</h2>
      <div className={classes.counts}>
        <DateField size="xs" w={140} label={t('codes:field.from')} value={from} onChange={setFrom} />
        <DateField size="xs" w={140} label={t('codes:field.until')} value={to} onChange={setTo} />
        {(['csv', 'pdf'] as const).map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant="default"
            disabled={!isPeriod}
            loading={isPending}
            onClick={() => {
              saveAs(kind);
            }}
          >
            {t(`fileWork:operations.save.${kind}`)}
          </Button>
        ))}
        {written !== undefined && <span role="status">{t('common:savedNow')}</span>}
      </div>
      {failure !== undefined && <FailureAlert failure={failure} />}
      <dl className={classes.figures} aria-label={t('fileWork:operations.counts', { name: operation.name })}>
        {operationFigure.options.map((figure) => (
          <div key={figure}>
            <dt>{t(`codes:operationFigure.${figure}`)}</dt>
            <dd className="tabular">
              {read.data !== undefined && (
                <CountLink
                  href={`/operations/${operation.id}/${figure}/${from}/${to}`}
                  count={read.data[figure]}
                  of={t(`codes:operationFigure.${figure}`)}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
