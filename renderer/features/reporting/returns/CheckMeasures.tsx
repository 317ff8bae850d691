import { comparisonNotes, comparisonOf } from '#contract/reporting/comparison';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import { unsignedMarks } from '#contract/reporting/unsigned';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { measureOf } from './checkGroups.ts';
import { decimalsOf, valueOf } from './document/figures.ts';
import { useLanguageOf } from './document/language.ts';
import classes from './Returns.module.css';

interface CheckMeasuresProps {
  readonly check: Check;
  readonly content: ReturnContent;
}

/** What the check is about: measures by their names, indicators with what they came from and came to. */
export function CheckMeasures({ check, content }: CheckMeasuresProps) {
  const t = useText();
  const format = useFormat();
  const measures = check.measures.flatMap((name) => measureOf(name) ?? []);
  const indicators = check.measures.filter((name) => measureOf(name) === null);
  const words = measures.map((measure) => t(`codes:measure.${measure}`)).join(', ');
  return (
    <>
      {measures.length > 3 ? (
        <details>
          <summary>{t('returns:checks.measuresMore', { count: measures.length })}</summary>
          {words}
        </details>
      ) : (
        words
      )}
      {check.compared.length > 0 && (
        <ul className={classes.changes}>
          {check.compared.map(({ month, reported, register }) => (
            <li key={month}>
              {t('returns:checks.inPost', {
                month: format.shortMonth(month),
                reported: format.fte(reported),
                register: format.fte(register),
              })}
            </li>
          ))}
        </ul>
      )}
      {indicators.length > 0 && (
        <ul className={classes.changes}>
          {indicators.map((code) => (
            <IndicatorChange key={code} code={code} check={check} content={content} />
          ))}
        </ul>
      )}
    </>
  );
}

function IndicatorChange({ code, check, content }: CheckMeasuresProps & { readonly code: string }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguageOf(format.locale);
  const definition = content.framework.indicators.find((each) => each.code === code);
  const value = valueOf(content, code, check.unitCode);
  const decimals = decimalsOf(content, code);
  const comparison = value && comparisonOf(content, value);
  const previous = comparison?.previous ?? null;
  const notes = value && comparison ? comparisonNotes(content, value, comparison) : [];
  return (
    <li>
      <strong>{code}</strong>
      {definition !== undefined && ` ${format.bilingual(definition.name)}`}
      {value?.value != null && previous !== null && (
        <>
          {' '}
          {t('returns:checks.fromTo', {
            from: language.number(previous, decimals),
            to: language.number(value.value, decimals),
          })}
          {unsignedMarks(content, value).map((mark) => ` · ${t(`codes:heading.${mark}`)}`)}
          {notes.map((note) => ` · ${format.bilingual(note)}`)}
        </>
      )}
    </li>
  );
}
