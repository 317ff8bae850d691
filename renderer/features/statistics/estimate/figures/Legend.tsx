import classes from './Figures.module.css';
import { swatchSize, swatchStroke, type LegendEntry } from './legend.ts';

/** Meaning of the strokes and fills of a drawing. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
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
