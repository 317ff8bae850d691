import { plot, type PlotOptions } from '@observablehq/plot';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import classes from './PlotChart.module.css';

interface PlotChartProps {
  /** Called again for each width: a figure is drawn for the room that it has. */
  readonly draw: (width: number) => PlotOptions;
  readonly height: number;
}

/** A drawing of Observable Plot as wide as its place. Colours are the theme's variables, so it follows the theme by itself. */
export function PlotChart({ draw, height }: PlotChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (width < 40) return;
    const drawing = plot({
      width,
      height,
      className: 'vigie-plot',
      style: { background: 'none', fontFamily: 'inherit', fontSize: '12px' },
      ...draw(width),
    });
    place.current?.replaceChildren(drawing);
  }, [draw, height, width]);
  return (
    <div ref={ref} className={classes.place}>
      <div ref={place} style={{ height }} />
    </div>
  );
}
