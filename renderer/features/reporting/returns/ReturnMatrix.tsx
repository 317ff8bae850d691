import { IconLock, IconMinus, IconPencil, IconReport } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Agreement } from '#contract/reporting/agreements';
import {
  firstDayOf,
  lastDayOf,
  quarterMonths,
  quarterNumbers,
  quarterRank,
  type FiscalYear,
  type Quarter,
} from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { receivedOf } from './received.ts';
import { annualPath, renewalPath, returnPath } from './returnPaths.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';
import { hasEnded, isSameQuarter } from '../../../lib/fiscal.ts';

interface ReturnMatrixProps {
  readonly agreements: readonly Agreement[];
  readonly list: Output<'returns.list'>;
  readonly year: FiscalYear;
}

export function ReturnMatrix({ agreements, list, year }: ReturnMatrixProps) {
  const t = useText();
  const format = useFormat();
  const quarters: readonly Quarter[] = quarterNumbers.map((quarter) => ({ fiscalYear: year, quarter }));
  return (
    <div className={shared.scroll}>
      <table className={classes.matrix}>
        <caption className="visually-hidden">{t('returns:board.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('codes:heading.agreement')}</th>
            {quarters.map((quarter) => (
              <th key={quarter.quarter} scope="col">
                {t('common:quarterShort', { quarter: quarter.quarter })}
                <span className={classes.span}>{monthsOf(quarter, format.shortMonth)}</span>
              </th>
            ))}
            <th scope="col">{t('codes:heading.fiscalYear')}</th>
          </tr>
        </thead>
        <tbody>
          {agreements.map((agreement) => (
            <tr key={agreement.id}>
              <th scope="row">
                <span className={classes.code}>{agreement.code}</span>
                <span className={shared.small}>{format.bilingual(agreement.recipient)}</span>
                <Link
                  href={renewalPath(agreement.id)}
                  className={classes.lifeLink ?? ''}
                  aria-label={t('returns:renewal.of', { code: agreement.code })}
                >
                  {t('codes:renewalAnnex.title')}
                </Link>
              </th>
              {quarters.map((quarter) => (
                <td key={quarter.quarter}>
                  <ReturnCell agreement={agreement} quarter={quarter} list={list} />
                </td>
              ))}
              <td>
                <Link
                  href={annualPath(agreement.id, year)}
                  className={classes.cell ?? ''}
                  data-state="open"
                  aria-label={t('returns:annual.title', { code: agreement.code, year: format.fiscalYear(year) })}
                >
                  <IconReport size={14} stroke={1.75} aria-hidden />
                  {t('codes:annualReport.title')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function monthsOf(quarter: Quarter, shortMonth: (month: ReturnType<typeof quarterMonths>[number]) => string): string {
  const months = quarterMonths(quarter);
  // A fiscal quarter lies within one calendar year, which the last month tells.
  return `${shortMonth(months[0]).replace(/\s\d{4}$/, '')}\u00a0–\u00a0${shortMonth(months[2])}`;
}

interface ReturnCellProps {
  readonly agreement: Agreement;
  readonly quarter: Quarter;
  readonly list: Output<'returns.list'>;
}

function ReturnCell({ agreement, quarter, list }: ReturnCellProps) {
  const t = useText();
  const format = useFormat();
  const months = quarterMonths(quarter);
  const locked = list.returns.find((each) => each.agreementId === agreement.id && isSameQuarter(each.quarter, quarter));
  const where = { code: agreement.code, quarter: format.quarter(quarter) };
  if (locked !== undefined)
    return (
      <Link
        href={returnPath(agreement.id, quarter, 'preview')}
        className={classes.cell ?? ''}
        data-state="locked"
        aria-label={t('returns:board.lockedOf', { ...where, on: format.instant(locked.lockedAt).slice(0, 10) })}
      >
        <IconLock size={14} stroke={1.75} aria-hidden />
        {t('returns:board.locked', { on: format.instant(locked.lockedAt).slice(0, 10) })}
      </Link>
    );
  const isCovered = agreement.startsOn <= lastDayOf(months[2]) && agreement.endsOn >= firstDayOf(months[0]);
  // A later quarter's pack has the months before it.
  const hasPack = list.quarters.some((each) => quarterRank(each) >= quarterRank(quarter));
  if (isCovered && hasPack) {
    const received = t('returns:board.received', receivedOf(agreement, quarter, list));
    return (
      <>
        <Link
          href={returnPath(agreement.id, quarter, 'data')}
          className={classes.cell ?? ''}
          data-state="open"
          aria-label={t('returns:board.prepareOf', where)}
        >
          <IconPencil size={14} stroke={1.75} aria-hidden />
          {t('returns:board.prepare')}
        </Link>
        <span className={shared.small}>{received}</span>
      </>
    );
  }
  return (
    <span className={classes.cell} data-state="none">
      <IconMinus size={14} stroke={1.5} aria-hidden />
      {isCovered ? t(hasEnded(quarter) ? 'returns:board.noPack' : 'common:notEnded') : t('returns:board.outside')}
    </span>
  );
}
