import { Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { takeFocus } from '../lib/takeFocus.ts';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** The way back: on the line of the actions, so that the title has the whole width under them. */
  readonly above?: ReactNode;
  /** One sentence that says what the page shows. */
  readonly context?: ReactNode;
  readonly actions?: ReactNode;
  /** Under both, on the whole width. */
  readonly below?: ReactNode;
}

/** The head of every page. Its heading takes the focus on arrival, so that a screen reader says where one is. */
export function PageHeader({ title, above, context, actions, below }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A page begins at its head, wherever the one before it was scrolled to.
    heading.current?.closest('main')?.scrollTo(0, 0);
    takeFocus(heading.current, { preventScroll: true });
  }, []);
  return (
    <header className={classes.header} data-above={above !== undefined || undefined}>
      {above}
      <div className={classes.words}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {context !== undefined && (
          <p className={classes.context} data-summary>
            {context}
          </p>
        )}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      {below !== undefined && (
        <div className={`${classes.context ?? ''} ${classes.below ?? ''}`} data-summary>
          {below}
        </div>
      )}
    </header>
  );
}
