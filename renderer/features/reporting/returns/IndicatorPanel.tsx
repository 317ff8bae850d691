import { shareOf } from '#contract/ground/change';
import { comparisonOf, movedText, type Comparison } from '#contract/reporting/comparison';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { ValueState } from '../../../ui/ValueState.tsx';
import { AvoidedFacts } from './AvoidedFacts.tsx';
import { Breakdown } from './Breakdown.tsx';
import { AgreementContributions, Contributions } from './Contributions.tsx';
import { ProvisionalMark, useAvoidedRange } from './document/Avoided.tsx';
import { decimalsOf, valueOf } from './document/figures.ts';
import { EnteredFacts } from './EnteredFacts.tsx';
import { useDocumentLanguage } from './document/language.ts';
import { useCovers } from './document/useCovers.ts';
import classes from './FigurePanel.module.css';
import { FigureSources } from './FigureSources.tsx';
import { PanelHead } from './PanelHead.tsx';
import type { PreparedReturn } from './usePreparedReturn.ts';
import { ExplanationBox, LockedExplanation } from './written/ExplanationBox.tsx';

interface IndicatorPanelProps {
  readonly prepared: PreparedReturn;
  readonly code: string;
  readonly unitCode: string | null;
}

export function IndicatorPanel({ prepared, code, unitCode }: IndicatorPanelProps) {
  const { content, locked } = prepared;
  const language = useDocumentLanguage();
  const { t } = language;
  const avoidedRange = useAvoidedRange();
  const definition = content.framework.indicators.find((each) => each.code === code);
  const value = valueOf(content, code, unitCode);
  if (definition === undefined || value === undefined) return null;
  const decimals = decimalsOf(content, code);
  const comparison = comparisonOf(content, value);
  const moved = movedText(content, value, comparison);
  // Without a figure of its own K1 is its interval.
  const stead = code === 'K1' ? avoidedRange(content, unitCode) : null;
  return (
    <>
      <PanelHead
        overline={[
          code,
          unitCode ?? t('codes:heading.allUnits'),
          ...unsignedMarks(content, value).map((mark) => t(`codes:heading.${mark}`)),
        ].join(' · ')}
        title={language.bilingual(definition.name)}
        value={value.value === null ? stead : language.number(value.value, decimals)}
        unit={
          value.value === null && stead !== null
            ? t('returns:avoided.of80', { unit: language.bilingual(definition.unitOfMeasure) })
            : language.bilingual(definition.unitOfMeasure)
        }
      />
      {code === 'K1' && <ProvisionalMark />}
      <Facts>
        <Fact label={t('codes:field.state')}>
          <ValueState status={value.status} />
        </Fact>
        <ValueFacts value={value} comparison={comparison} decimals={decimals} />
        {moved && <Fact label={t('returns:panel.unitsChanged')}>{language.bilingual(moved)}</Fact>}
        <AimFacts definition={definition} />
      </Facts>
      <EnteredFacts value={value} decimals={decimals} />
      <Breakdown content={content} value={value} decimals={decimals} />
      <PartsOf content={content} value={value} />
      {code === 'K1' && <AvoidedFacts content={content} unitCode={unitCode} />}
      {locked === null ? (
        <ExplanationBox key={`${code} ${unitCode ?? ''}`} content={content} code={code} unitCode={unitCode} />
      ) : (
        <LockedExplanation content={content} code={code} unitCode={unitCode} />
      )}
      <Prose title={t('codes:heading.definition')} text={language.bilingual(definition.definition)} />
      <Prose title={t('returns:panel.method')} text={language.bilingual(definition.method)} />
      <Prose title={t('codes:heading.limits')} text={language.bilingual(definition.limits)} />
      {definition.outcome !== null && (
        <Prose title={t('codes:heading.outcome')} text={language.bilingual(definition.outcome)} />
      )}
      <FigureSources content={content} packIds={value.packIds} calculation={value.calculation} unitCode={unitCode} />
      <p className={classes.version}>{t('returns:panel.version', { version: value.definitionVersion })}</p>
    </>
  );
}

/** What a total is made of: agreements, or units where there are several. */
function PartsOf({ content, value }: { readonly content: ReturnContent; readonly value: IndicatorValue }) {
  if (value.calculation === 'agreements') return <AgreementContributions content={content} code={value.code} />;
  if (value.unitCode !== null || content.units.length < 2) return null;
  return <Contributions content={content} code={value.code} />;
}

function ValueFacts({
  value,
  comparison: { state, previous, change: moved, coverage },
  decimals,
}: {
  readonly value: IndicatorValue;
  readonly comparison: Comparison;
  readonly decimals: number;
}) {
  const { t, number, percent, change } = useDocumentLanguage();
  const covers = useCovers();
  const { numerator, denominator } = value;
  const share = shareOf(numerator, denominator);
  return (
    <>
      {numerator !== null && <Fact label={t('codes:heading.numerator')}>{number(numerator, decimals)}</Fact>}
      {denominator !== null && <Fact label={t('codes:heading.denominator')}>{number(denominator, decimals)}</Fact>}
      {share !== null && <Fact label={t('codes:heading.share')}>{percent(share)}</Fact>}
      {value.unitCode === null && <Fact label={t('returns:panel.coverage')}>{covers(value)}</Fact>}
      <Fact label={t('codes:heading.before')}>
        {state === 'not_comparable'
          ? t('returns:document.unlike', {
              before: number(coverage.before),
              now: number(coverage.now),
              asked: number(coverage.asked),
            })
          : previous === null
            ? t('codes:valueStatus.not_available')
            : number(previous, decimals)}
      </Fact>
      {moved !== null && (
        <Fact label={t('codes:heading.change')}>
          {moved.share === null
            ? change(moved.absolute, decimals)
            : t('returns:panel.changeOf', {
                change: change(moved.absolute, decimals),
                share: percent(moved.share, true),
              })}
        </Fact>
      )}
    </>
  );
}

/** What the figure is measured against, where the framework gives it. */
function AimFacts({ definition: { baseline, target } }: { readonly definition: IndicatorDefinition }) {
  const { t, number, day } = useDocumentLanguage();
  return (
    <>
      {baseline !== null && (
        <Fact label={t('codes:heading.baseline')}>
          {t('returns:breakdown.baselineOf', { value: number(baseline.value), period: baseline.period })}
        </Fact>
      )}
      {target !== null && (
        <Fact label={t('codes:heading.target')}>
          {t('returns:breakdown.targetBy', { value: number(target.value), day: day(target.on) })}
        </Fact>
      )}
    </>
  );
}

function Prose({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section>
      <h3 className={classes.heading}>{title}</h3>
      <p className={classes.prose}>{text}</p>
    </section>
  );
}
