import type { TemplateSheet } from '#contract/reporting/templates';
import { useText } from '../../../../i18n/text.ts';
import { useScrollRegion } from '../../../../ui/useScrollRegion.ts';
import classes from './SheetGrid.module.css';

interface SheetGridProps {
  readonly sheet: TemplateSheet;
  readonly mapped: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (cell: string) => void;
}

/** 1 is A, 27 is AA. */
function columnName(position: number): string {
  const rest = Math.floor((position - 1) / 26);
  return `${rest > 0 ? columnName(rest) : ''}${String.fromCharCode(65 + ((position - 1) % 26))}`;
}

/** A sheet as the funder laid it out; each of its cells is a button. */
export function SheetGrid({ sheet, mapped, selected, onSelect }: SheetGridProps) {
  const t = useText();
  const scroller = useScrollRegion();
  return (
    <div className={classes.scroll} ref={scroller}>
      <table className={classes.grid}>
        <caption className="visually-hidden">{t('templates:grid', { sheet: sheet.name })}</caption>
        <thead>
          <tr>
            <td />
            {Array.from({ length: sheet.columns }, (_, index) => (
              <th key={index} scope="col">
                {columnName(index + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">{row.number}</th>
              {row.cells.map((each) => (
                <td key={each.cell} colSpan={each.across} rowSpan={each.down}>
                  <button
                    type="button"
                    className={classes.cell}
                    disabled={each.formula}
                    aria-pressed={selected === each.cell}
                    aria-label={t('templates:cellName', {
                      cell: each.cell,
                      text: [
                        each.text === '' ? t('templates:blankCell') : each.text,
                        ...(each.formula ? [t('templates:formula')] : []),
                        ...(mapped.has(each.cell) ? [t('templates:mapped')] : []),
                      ].join(', '),
                    })}
                    data-mapped={mapped.has(each.cell) || undefined}
                    onClick={() => {
                      onSelect(each.cell);
                    }}
                  >
                    {each.formula ? `= ${each.text}` : each.text}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
