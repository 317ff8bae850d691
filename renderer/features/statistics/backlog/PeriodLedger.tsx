import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Board, LedgerLine } from '#contract/statistics/backlog';
import { ledgerSign, ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import { addMonths, lastDayOf, type CivilDate, type Month } from '#contract/ground/dates';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { LedgerFigure } from '../../../ui/LedgerFigure.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';
import type { Range } from './period.ts';

interface PeriodLedgerProps {
  readonly board: Board;
  readonly range: Range;
  /** The list behind a term, or the packs that brought it. */
  readonly hrefOf: (term: LedgerTerm) => string;
  /** The files that were in the backlog at the end of a day; absent where no file is stored. */
  readonly stockOf?: ((on: CivilDate) => string) | undefined;
}

/** The period's balance as a row of figures: what came in on one side, what went out on the other. */
export function PeriodLedger({ board, range, hrefOf, stockOf }: PeriodLedgerProps) {
  const t = useText();
  const format = useFormat();
  const months =
    range.from === range.to ? format.month(range.from) : `${format.month(range.from)} – ${format.month(range.to)}`;
  // A sum over no unit would be a zero that nobody reported.
  const line = board.unitsCovered === 0 ? null : board.total;
  const undated = board.endedUndated ?? 0;
  const least = board.units.filter((unit) => unit.least.includes(addMonths(range.from, -1)));
  const missing = board.units.filter((unit) => unit.ledger.opening === null || unit.ledger.closing === null);
  return (
    <section aria-labelledby="ledger-title" className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 id="ledger-title" className={shared.title}>
          {t('codes:heading.ledger')}
        </h2>
        <span className={shared.quiet}>{months}</span>
        {line !== null && <Balance line={line} />}
      </div>
      {line === null ? (
        <p className={shared.noteBelow}>{t('backlog:ledger.nothing')}</p>
      ) : (
        <LedgerRow line={line} range={range} hrefOf={hrefOf} stockOf={stockOf} />
      )}
      {line !== null && undated > 0 && (
        <p className={shared.noteBelow}>{t('backlog:ledger.undated', { count: undated })}</p>
      )}
      {line !== null && least.length > 0 && (
        <p className={shared.noteBelow}>
          {t('backlog:ledger.least', { codes: least.map((unit) => unit.code).join(', ') })}
        </p>
      )}
      {line !== null && missing.length > 0 && (
        <p className={shared.noteBelow}>
          {t('backlog:ledger.missing', { count: missing.length, codes: missing.map((unit) => unit.code).join(', ') })}
        </p>
      )}
    </section>
  );
}

function Balance({ line }: { readonly line: LedgerLine }) {
  const t = useText();
  return line.balanced ? (
    <StatusBadge tone="positive" icon={IconCheck} label={t('backlog:ledger.balanced')} />
  ) : (
    <StatusBadge tone="overdue" icon={IconAlertTriangle} label={t('backlog:ledger.notBalanced')} />
  );
}

function rowOf(term: LedgerTerm): number {
  return ledgerSign[term] === 1 && term !== 'reclassified' ? 0 : 1;
}

/** The last day of a month, or today where the month is under way. */
export function endOf(month: Month): CivilDate {
  const [last, now] = [lastDayOf(month), today()];
  return last < now ? last : now;
}

interface LedgerRowProps extends Pick<PeriodLedgerProps, 'range' | 'hrefOf' | 'stockOf'> {
  readonly line: LedgerLine;
}

function LedgerRow({ line, range, hrefOf, stockOf }: LedgerRowProps) {
  const t = useText();
  const signed = (term: LedgerTerm): number | null => {
    const value = line.terms[term];
    return value === null ? null : value * ledgerSign[term];
  };
  // Two rows of five: what comes in over what goes out.
  const terms = [...ledgerTerm.options].sort((a, b) => rowOf(a) - rowOf(b));
  return (
    <div className={classes.ledger}>
      <LedgerFigure
        label={t('codes:ledger.opening')}
        value={line.opening}
        isStrong
        href={stockOf?.(lastDayOf(addMonths(range.from, -1)))}
      />
      <div className={classes.terms}>
        {terms.map((term) => (
          <LedgerFigure
            key={term}
            label={t(`codes:ledgerTerm.${term}`)}
            value={signed(term)}
            isChange
            href={line.terms[term] === 0 ? undefined : hrefOf(term)}
          />
        ))}
      </div>
      <LedgerFigure label={t('codes:ledger.closing')} value={line.closing} isStrong href={stockOf?.(endOf(range.to))} />
    </div>
  );
}
