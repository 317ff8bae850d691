import type { ReturnContent } from '#contract/reporting/returns';
import { restsOnForm } from '#contract/reporting/unsigned';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { FigureButton } from './FigureButton.tsx';
import { decimalsOf, valueOf } from './figures.ts';
import { useDocumentLanguage } from './language.ts';

/** Every unit against every indicator that units have; the total says how many units it covers. */
export function UnitTable({ content }: { readonly content: ReturnContent }) {
  const { t, bilingual } = useDocumentLanguage();
  const byUnit = new Set(content.values.filter(({ unitCode }) => unitCode !== null).map(({ code }) => code));
  const indicators = content.framework.indicators.filter(({ code }) => byUnit.has(code));
  const codes = indicators.map((indicator) => indicator.code);
  return (
    <>
      <div className={shared.scroll}>
        <table className={classes.table} data-dense="true">
          <caption className="visually-hidden">{t('codes:heading.byUnit')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('codes:heading.unit')}</th>
              {indicators.map((indicator) => (
                <th key={indicator.code} scope="col" data-column="value">
                  <abbr title={bilingual(indicator.name)}>{indicator.code}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.units.map((unit) => (
              <UnitRow
                key={unit.code}
                content={content}
                codes={codes}
                unitCode={unit.code}
                name={bilingual(unit.name)}
              />
            ))}
          </tbody>
          <tfoot>
            <UnitRow content={content} codes={codes} unitCode={null} name="" />
            <CoverRow content={content} codes={codes} />
          </tfoot>
        </table>
      </div>
      <p className={classes.legend}>{t('returns:document.legend')}</p>
    </>
  );
}

interface RowProps {
  readonly content: ReturnContent;
  readonly codes: readonly string[];
}

function UnitRow({
  content,
  codes,
  unitCode,
  name,
}: RowProps & { readonly unitCode: string | null; readonly name: string }) {
  const { t, number } = useDocumentLanguage();
  const head = unitCode ?? t('codes:heading.total');
  return (
    <tr>
      <th scope="row" title={name}>
        <span className={classes.code}>{head}</span>
        {restsOnForm(content.checks, unitCode) && <span className={shared.small}>{t('common:unsigned')}</span>}
      </th>
      {codes.map((code) => {
        const value = valueOf(content, code, unitCode);
        return (
          <td key={code} data-column="value">
            <FigureButton
              figure={{ kind: 'indicator', code, unitCode }}
              text={value?.value == null ? null : number(value.value, decimalsOf(content, code))}
              label={`${head} ${code}`}
              // What a total lacks is in the line below it.
              status={unitCode === null ? 'complete' : (value?.status ?? 'not_available')}
            />
          </td>
        );
      })}
    </tr>
  );
}

function CoverRow({ content, codes }: RowProps) {
  const { t, number } = useDocumentLanguage();
  return (
    <tr className={classes.cover}>
      <th scope="row">{t('returns:document.column.covers')}</th>
      {codes.map((code) => {
        const value = valueOf(content, code, null);
        return (
          <td key={code} data-column="value">
            {value !== undefined &&
              t('returns:document.covers', { covered: number(value.unitsCovered), asked: number(value.unitsAsked) })}
          </td>
        );
      })}
    </tr>
  );
}
