import { CloseButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { takeFocus } from '../lib/takeFocus.ts';
import shared from './Shared.module.css';
import classes from './SidePanel.module.css';

interface SidePanelProps {
  readonly title: string;
  readonly end?: ReactNode;
  /** It shows what the cursor of the list is on, and leaves the focus to the list. */
  readonly isFollowing: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A record beside its list. It takes the focus when it opens or shows another one; Escape gives it back. */
export function SidePanel({ title, end, isFollowing, onClose, children }: SidePanelProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFollowing || document.activeElement?.role !== 'grid') takeFocus(heading.current);
  }, [title, isFollowing]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is a shorthand for its button
    <aside
      className={classes.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={classes.head}>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h2>
        {end}
        <CloseButton size="sm" onClick={onClose} aria-label={t('lists:closePanel')} />
      </header>
      {/* Long content is scrolled by the keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.body} tabIndex={0} role="group" aria-label={title}>
        {children}
      </div>
    </aside>
  );
}

interface PanelSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function PanelSection({ title, children }: PanelSectionProps) {
  return (
    <section className={classes.section}>
      <h3 className={shared.headingSmall}>{title}</h3>
      {children}
    </section>
  );
}
