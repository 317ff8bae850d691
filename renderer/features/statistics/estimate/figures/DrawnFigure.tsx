import type { ReactNode } from 'react';
import type { FigureCode, FigureContent } from '#contract/statistics/figures';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { Figure } from '../../../../ui/Figure.tsx';
import { PlotChart } from '../../../../ui/PlotChart.tsx';
import { createMeasure, drawPanels, toPng, type Panel } from './drawing.ts';
import { ExportMenu } from './ExportMenu.tsx';
import classes from './Figures.module.css';
import { composePicture } from './picture.ts';
import { fileCells, shownCell, type FigureTable } from './table.ts';
import { swatchSize, swatchStroke, type LegendEntry } from './legend.ts';

/** Meaning of the strokes and fills of a drawing. */
function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={classes.legend}>
      {entries.map((entry) => (
        <li key={entry.label}>
          <Swatch {...entry} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ kind, colour, opacity = 1 }: LegendEntry) {
  const stroke = swatchStroke(kind);
  return (
    <svg {...swatchSize} aria-hidden className={classes.swatch}>
      {stroke === null ? (
        <rect {...swatchSize} fill={colour} fillOpacity={opacity} />
      ) : (
        <path
          d={stroke.d}
          stroke={colour}
          strokeOpacity={opacity}
          strokeWidth={stroke.strokeWidth}
          strokeDasharray={stroke.dashes}
        />
      )}
    </svg>
  );
}

/** What a figure is about and rests on: it goes with the figure wherever it goes. */
export interface FigureOrigin {
  /** "Unit U07 · Borealia ICE unit". */
  readonly about: string;
  /** With a word that the data are fictitious where they are. */
  readonly marking: string;
  readonly notes: readonly string[];
  /** What is not yet known to be reliable does not leave the screen. */
  readonly staysHere?: boolean;
}

export interface DrawnFigureProps<T> {
  readonly origin: FigureOrigin;
  readonly figure: FigureCode;
  readonly title: string;
  /** What the figure says, in words: it replaces the picture where that cannot be seen. */
  readonly description: string;
  readonly panels: readonly Panel[];
  /** Panels side by side in an exported picture. */
  readonly columns?: number;
  readonly legend?: readonly LegendEntry[];
  readonly table: FigureTable<T>;
  /** On screen in place of the panels one below the other. */
  readonly children?: ReactNode;
  readonly hasLinks?: boolean;
}

/** A figure with its table, and both as files that say what they rest on. */
export function DrawnFigure<T>(props: DrawnFigureProps<T>) {
  const {
    figure,
    origin,
    title,
    description,
    panels,
    columns = 1,
    legend = [],
    table,
    children,
    hasLinks = false,
  } = props;
  const t = useText();
  const format = useFormat();
  const { about, marking, notes, staysHere = false } = origin;
  const make = async (wanted: FigureContent['format']): Promise<FigureContent> => {
    if (wanted === 'csv' || wanted === 'xlsx')
      return {
        format: wanted,
        notes: [marking, title, description, ...notes],
        columns: table.columns.map(({ header }) => header),
        rows: fileCells(table),
      };
    const content = { marking, title, description, panels: drawPanels(panels, columns), columns, legend, notes };
    const { svg, height } = composePicture(content, createMeasure());
    return wanted === 'svg' ? { format: 'svg', text: svg } : { format: 'png', base64: await toPng(svg, height) };
  };
  return (
    <Figure
      title={title}
      description={description}
      hasLinks={hasLinks}
      actions={<ExportMenu figure={figure} name={`${about}, ${title}`} isDisabled={staysHere} make={make} />}
      chart={
        <>
          {children ??
            panels.map((panel, index) => (
              <div key={index}>
                {panel.heading !== null && <p className={classes.panelHeading}>{panel.heading}</p>}
                <PlotChart height={panel.height} draw={panel.draw} />
              </div>
            ))}
          {legend.length > 0 && <Legend entries={legend} />}
        </>
      }
      table={
        <DataTable
          caption={title}
          rows={table.rows}
          rowKey={table.rowKey}
          columns={table.columns.map((column, index) => ({
            key: column.header,
            header: column.header,
            cell: (row: T) => shownCell(column, row, t, format),
            ...(index > 0 && typeof firstKnown(table.rows, column.value) === 'number'
              ? { align: 'end' as const, narrow: true }
              : {}),
          }))}
        />
      }
    />
  );
}

/** Whether a column holds numbers shows in its first known value. */
function firstKnown<T, V>(rows: readonly T[], value: (row: T) => V | null): V | null {
  for (const row of rows) {
    const found = value(row);
    if (found !== null) return found;
  }
  return null;
}
