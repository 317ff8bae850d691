import { useEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFileParts, type FilePart } from './fileParts.ts';
import { openSection } from './openSection.ts';
import classes from './SectionRail.module.css';

interface SectionRailProps {
  /** Holds the sections, each with its code in `data-section`. */
  readonly page: RefObject<HTMLElement | null>;
}

/** The way through a long file: by mouse, by `[` and `]`, and from the command palette. */
export function SectionRail({ page }: SectionRailProps) {
  const t = useText();
  const { sections } = useFileParts();
  const current = useSectionInView(page, sections);
  const open = (code: string) => {
    openSection(page.current, code);
  };
  const step = (by: 1 | -1) => {
    const next = sections[sections.findIndex(({ code }) => code === current) + by];
    if (next !== undefined) open(next.code);
  };
  useScreenKeys([
    {
      keys: '[',
      label: t('investigations:sections.previous'),
      run: () => {
        step(-1);
      },
    },
    {
      keys: ']',
      label: t('investigations:sections.next'),
      run: () => {
        step(1);
      },
    },
    ...sections.map(({ code, titleKey }) => ({
      label: t('investigations:sections.open', { section: t(titleKey) }),
      run: () => {
        open(code);
      },
    })),
  ]);
  return (
    <nav className={classes.rail} aria-label={t('investigations:sections.label')}>
      {sections.map(({ code, titleKey }) => (
        <button
          key={code}
          type="button"
          className={classes.link}
          aria-current={code === current ? 'location' : undefined}
          onClick={() => {
            open(code);
          }}
        >
          {t(titleKey)}
        </button>
      ))}
    </nav>
  );
}

/** The first section whose top quarter of the page is in view. */
function useSectionInView(page: RefObject<HTMLElement | null>, sections: readonly FilePart[]): string {
  const [current, setCurrent] = useState(sections[0]?.code ?? '');
  const inView = useRef(new Set<string>());
  useEffect(() => {
    const parts = page.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const code = (target as HTMLElement).dataset['section'] ?? '';
          if (isIntersecting) inView.current.add(code);
          else inView.current.delete(code);
        }
        const first = sections.find(({ code }) => inView.current.has(code));
        if (first !== undefined) setCurrent(first.code);
      },
      { rootMargin: '0px 0px -70% 0px' },
    );
    for (const part of parts) observer.observe(part);
    return () => {
      observer.disconnect();
    };
  }, [page, sections]);
  return current;
}
