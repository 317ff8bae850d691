import { Button, Group } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import shared from './Shared.module.css';
import classes from './Figure.module.css';

interface FigureProps {
  readonly title: string;
  /** What the figure says, in words: it replaces the picture where the picture cannot be seen. */
  readonly description: string;
  /** The drawing, an SVG of Observable Plot for the most part. */
  readonly chart: ReactNode;
  /** The same figures as a `DataTable`. */
  readonly table: ReactNode;
  /** Buttons such as the export of the figure and of its data. */
  readonly actions?: ReactNode;
  /** The drawing holds links with names of their own: it is then not hidden from screen readers. */
  readonly hasLinks?: boolean;
}

export function Figure({ title, description, chart, table, actions, hasLinks = false }: FigureProps) {
  const t = useText();
  const [shows, setShows] = useState<'figure' | 'table'>('figure');
  const titleId = useId();
  const isTable = shows === 'table';
  return (
    <figure className={classes.figure} aria-labelledby={titleId}>
      <figcaption className={classes.caption}>
        <div className={classes.words}>
          <h3 id={titleId} className={shared.title}>
            {title}
          </h3>
          <p className={shared.note}>{description}</p>
        </div>
        <Group gap={4} align="stretch" wrap="nowrap">
          <Button
            variant="default"
            size="compact-sm"
            aria-pressed={isTable}
            onClick={() => {
              setShows(isTable ? 'figure' : 'table');
            }}
          >
            {isTable ? t('common:showFigure') : t('common:showTable')}
          </Button>
          {actions}
        </Group>
      </figcaption>
      {isTable ? table : <div aria-hidden={!hasLinks}>{chart}</div>}
    </figure>
  );
}
