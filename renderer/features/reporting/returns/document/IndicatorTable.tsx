import { comparisonOf, movedText, type Comparison } from '#contract/reporting/comparison';
import { figureCover } from '#contract/reporting/figureCover';
import { isFundedShare, type IndicatorDefinition } from '#contract/reporting/indicators';
import { steadOf } from '#contract/reporting/stead';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import { valueLook } from '../../../../ui/ValueState.tsx';
import { AvoidedInterval, ProvisionalMark, useAvoidedRange } from './Avoided.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { FigureButton } from './FigureButton.tsx';
import { decimalsOf, valueOf } from './figures.ts';
import { useDocumentLanguage } from './language.ts';
import { useCovers } from './useCovers.ts';

/** The agreement's own figures, one line each. */
export function IndicatorTable({ content }: { readonly content: ReturnContent }) {
  const { t } = useDocumentLanguage();
  const columns = ['code', 'indicator', 'value', 'previous', 'change', 'status', 'covers'] as const;
  return (
    <div className={shared.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('codes:heading.indicators')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {column === 'covers' && content.consolidated
                  ? t('returns:panel.coverage')
                  : t(`returns:document.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.framework.indicators.map((definition) => (
            <IndicatorRow key={definition.code} definition={definition} content={content} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface IndicatorRowProps {
  readonly definition: IndicatorDefinition;
  readonly content: ReturnContent;
}

function IndicatorRow({ definition, content }: IndicatorRowProps) {
  const language = useDocumentLanguage();
  const { t, number } = language;
  const { code } = definition;
  const value = valueOf(content, code, null);
  const avoidedRange = useAvoidedRange();
  const covers = useCovers();
  if (value === undefined) return null;
  const decimals = decimalsOf(content, code);
  const name = language.bilingual(definition.name);
  // Without a figure of its own K1 is its interval.
  const range = code === 'K1' ? avoidedRange(content, null) : null;
  const stead = steadOf(value);
  const comparison = comparisonOf(content, value);
  const moved = movedText(content, value, comparison);
  return (
    <tr>
      <td data-column="code">{code}</td>
      <th scope="row">
        {name}
        {code === 'K1' && <ProvisionalMark />}
        <div className={shared.small}>{language.bilingual(definition.unitOfMeasure)}</div>
        {isFundedShare(definition) ? <SharedPart value={value} decimals={decimals} /> : <OutOf value={value} />}
        <Aims definition={definition} />
      </th>
      <td data-column="value">
        <FigureButton
          figure={{ kind: 'indicator', code, unitCode: null }}
          text={
            value.value === null ? (range ?? (stead && t(`codes:heading.${stead}`))) : number(value.value, decimals)
          }
          label={`${code} ${name}`}
        />
        {code === 'K1' && <AvoidedInterval content={content} unitCode={null} />}
      </td>
      <ComparisonCells comparison={comparison} decimals={decimals} />
      <td data-column="status">
        <StatusBadge {...valueLook[value.status]} label={t(`codes:valueStatus.${value.status}`)} />
        {unsignedMarks(content, value).map((mark) => (
          <div key={mark} className={shared.small}>
            {t(`codes:heading.${mark}`)}
          </div>
        ))}
      </td>
      <td data-column="covers">
        {content.consolidated || figureCover(value).of === 'agreements'
          ? covers(value)
          : t('returns:document.covers', { covered: number(value.unitsCovered), asked: number(value.unitsAsked) })}
        {moved && <div className={shared.small}>{language.bilingual(moved)}</div>}
      </td>
    </tr>
  );
}

/** The earlier figure and the change; where they would compare unequal coverage, that and how many each covers. */
function ComparisonCells({
  comparison: { state, previous, change: moved, coverage },
  decimals,
}: {
  readonly comparison: Comparison;
  readonly decimals: number;
}) {
  const { t, number, change } = useDocumentLanguage();
  const { before, now, asked } = coverage;
  if (state === 'not_comparable')
    return (
      <td colSpan={2} data-column="unlike">
        {t('returns:document.unlike', { before: number(before), now: number(now), asked: number(asked) })}
      </td>
    );
  return (
    <>
      <td data-column="previous">{previous === null ? '' : number(previous, decimals)}</td>
      <td data-column="change">{moved === null ? '' : change(moved.absolute, decimals)}</td>
    </>
  );
}

/** What a share or a median was computed from. */
function OutOf({ value: { numerator, denominator } }: { readonly value: IndicatorValue }) {
  const { t, number } = useDocumentLanguage();
  if (denominator === null) return null;
  return (
    <div className={shared.small}>
      {numerator === null
        ? t('returns:breakdown.n', { count: denominator })
        : t('returns:breakdown.out', { part: number(numerator), whole: number(denominator) })}
    </div>
  );
}

/** What the figure is measured against, where the framework gives it. */
function Aims({ definition: { baseline, target } }: { readonly definition: IndicatorDefinition }) {
  const { t, number, day } = useDocumentLanguage();
  return (
    <>
      {baseline !== null && (
        <div className={shared.small}>
          {t('codes:heading.baseline')}{' '}
          {t('returns:breakdown.baselineOf', { value: number(baseline.value), period: baseline.period })}
        </div>
      )}
      {target !== null && (
        <div className={shared.small}>
          {t('codes:heading.target')}{' '}
          {t('returns:breakdown.targetBy', { value: number(target.value), day: day(target.on) })}
        </div>
      )}
    </>
  );
}

/** A whole that is part funded: the share is computed from its stored parts, never typed. */
function SharedPart({
  value,
  decimals,
}: {
  readonly value: { numerator: number | null; denominator: number | null };
  readonly decimals: number;
}) {
  const { t, number, percent } = useDocumentLanguage();
  const { numerator, denominator } = value;
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (
    <div className={shared.small}>
      {t('returns:document.funded', { part: number(numerator, decimals), share: percent(numerator / denominator) })}
    </div>
  );
}
