import { IconArrowsDiff, IconCheck, IconCopy, IconMinus, IconProgress } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Month, Quarter } from '#contract/ground/dates';
import type { PackRecord } from '#contract/reporting/packs';
import type { Coverage, CoveredUnit } from '#contract/reporting/rollup';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useScrollRegion } from '../../../ui/useScrollRegion.ts';
import { stateOf } from './coverageState.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Rollup.module.css';

/** Units against months: what comes from where, what is missing, what is said twice. */
export function CoverageTab({ quarter }: { readonly quarter: Quarter }) {
  const t = useText();
  const format = useFormat();
  const answer = useRead('rollup.coverage', { quarter }, { keepPrevious: true });
  if (answer.error !== null) return <FailureAlert failure={answer.error.failure} />;
  if (answer.data === undefined) return <Loading />;
  const { units, whole, absent } = answer.data;
  return (
    <>
      <p className={classes.lead}>
        {t('rollup:coverage.sentence', {
          quarter: format.quarter(quarter),
          whole: format.number(whole),
          count: units.length,
          absent: format.number(absent),
        })}
      </p>
      <SaidTwice coverage={answer.data} />
      <Matrix coverage={answer.data} />
      <p className={shared.note}>{t('rollup:coverage.note')}</p>
    </>
  );
}

function senderOf(sources: readonly PackRecord[], id: string | null): string {
  return sources.find((each) => each.id === id)?.workspaceName ?? '';
}

/** A unit that several sources speak of is counted once; where they do not agree, the figures are named. */
function SaidTwice({ coverage: { units, sources } }: { readonly coverage: Coverage }) {
  const t = useText();
  const twice = units.filter((each) => each.sources.length > 1);
  if (twice.length === 0) return null;
  const differ = twice.some((each) => each.differing.length > 0);
  return (
    <Notice
      tone={differ ? 'dueSoon' : 'neutral'}
      icon={differ ? IconArrowsDiff : IconCopy}
      title={t('rollup:twice.title', { count: twice.length })}
    >
      <p className={classes.lead}>{t('rollup:twice.text')}</p>
      <ul className={classes.plainList}>
        {twice.map(({ unitId, code, sources: own, differing }) => (
          <li key={unitId}>
            {t(differing.length > 0 ? 'rollup:twice.differs' : 'rollup:twice.agrees', {
              code,
              senders: own.map((id) => senderOf(sources, id)).join(', '),
              figures: differing.join(', '),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Matrix({ coverage }: { readonly coverage: Coverage }) {
  const t = useText();
  const format = useFormat();
  const scroller = useScrollRegion();
  return (
    <div className={shared.scroll} ref={scroller}>
      <table className={classes.matrix}>
        <caption className="visually-hidden">{t('rollup:tab.coverage')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('codes:heading.unit')}</th>
            <th scope="col">{t('rollup:coverage.from')}</th>
            {coverage.months.map((month) => (
              <th key={month} scope="col">
                {format.shortMonth(month).replace('\u00a0', ' ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.units.map((unit) => (
            <UnitRow key={unit.unitId} unit={unit} coverage={coverage} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function UnitRow({ unit, coverage }: { readonly unit: CoveredUnit; readonly coverage: Coverage }) {
  const t = useText();
  const format = useFormat();
  const latest = unit.cells.findLast((each) => each.packId !== null)?.packId ?? null;
  const sender = senderOf(coverage.sources, latest);
  return (
    <tr>
      <th scope="row" title={format.bilingual(unit.name)}>
        <span className={classes.code}>{unit.code}</span> {format.bilingual(unit.name)}
      </th>
      <td className={classes.from}>
        {latest === null ? (
          <span className={shared.dimmed}>{t('common:noneAt')}</span>
        ) : (
          <Link href={`/packs/${latest}`} className={shared.link ?? ''}>
            {sender === '' ? t('rollup:coverage.otherQuarter') : sender}
          </Link>
        )}
        {coverage.sources.some((each) => each.id === latest && each.kind === 'kit') && (
          <span className={classes.mark}>{t('common:unsigned')}</span>
        )}
      </td>
      {unit.cells.map((cell, index) => (
        <MonthCell key={coverage.months[index]} cell={cell} code={unit.code} month={coverage.months[index]} />
      ))}
    </tr>
  );
}

const icons = { whole: IconCheck, partial: IconProgress, absent: IconMinus } as const;

interface MonthCellProps {
  readonly cell: CoveredUnit['cells'][number];
  readonly code: string;
  readonly month: Month | undefined;
}

function MonthCell({ cell, code, month }: MonthCellProps) {
  const t = useText();
  const format = useFormat();
  const state = stateOf(cell);
  const StateIcon = icons[state];
  const where = { code, month: month === undefined ? '' : format.month(month) };
  const missing = cell.missing.map((each) => t(`codes:measure.${each}`)).join(', ');
  const words = t(`rollup:coverage.state.${state}`, { ...where, missing });
  return (
    <td>
      <span className={classes.cell} data-state={state} title={words}>
        <StateIcon size={14} stroke={1.75} aria-hidden />
        <span className="visually-hidden">{words}</span>
        {state === 'partial' && <span aria-hidden>{format.number(cell.missing.length)}</span>}
      </span>
    </td>
  );
}
