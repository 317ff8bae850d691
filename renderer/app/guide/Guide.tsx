import { UnstyledButton } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { usePreferences } from '../../bridge/preferences.ts';
import { useText } from '../../i18n/text.ts';
import classes from './Guide.module.css';
import { Markdown } from './Markdown.tsx';
import { readGuide, type GuidePart } from './readGuide.ts';

const texts = {
  en: () => import('../../../docs/guide/en.md?raw'),
  fr: () => import('../../../docs/guide/fr.md?raw'),
};

/** The user guide, at one of its places. */
export function Guide({ place }: { readonly place: string }) {
  const { locale } = usePreferences().preferences;
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    void texts[locale]().then((module) => {
      setText(module.default);
    });
  }, [locale]);
  const parts = useMemo(() => (text === null ? null : readGuide(text)), [text]);
  return parts === null ? null : <Pages key={locale} parts={parts} first={place} />;
}

interface PagesProps {
  readonly parts: readonly GuidePart[];
  readonly first: string;
}

function Pages({ parts, first }: PagesProps) {
  const t = useText();
  const page = useRef<HTMLDivElement>(null);
  const goTo = (place: string) => {
    const heading = page.current?.querySelector<HTMLElement>(`[data-place="${place}"]`);
    // The focus alone would leave the heading wherever it comes into view, in the middle of the text before it.
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  useEffect(() => {
    goTo(first);
  }, [first]);
  const chapters = parts.filter(({ heading }) => heading?.depth === 2);
  return (
    <div className={classes.guide}>
      <nav aria-label={t('shell:help.chapters')} className={classes.chapters}>
        <ul>
          {chapters.map(({ place, heading }) => (
            <li key={place}>
              <UnstyledButton
                className={classes.chapter ?? ''}
                onClick={() => {
                  goTo(place);
                }}
              >
                {heading?.text}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </nav>
      <div ref={page} className={classes.page}>
        {parts.map((part) => (
          <Part key={part.place} part={part} />
        ))}
      </div>
    </div>
  );
}

function Part({ part: { place, heading, tokens } }: { readonly part: GuidePart }) {
  const Heading = heading?.depth === 2 ? 'h3' : 'h4';
  return (
    <section>
      {heading !== null && (
        <Heading data-place={place} tabIndex={-1} className={classes.heading}>
          <Markdown tokens={heading.tokens} />
        </Heading>
      )}
      <Markdown tokens={tokens} />
    </section>
  );
}
