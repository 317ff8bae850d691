import { useEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { fileSections } from './fileSections.tsx';
import { openSection } from './openSection.ts';
import classes from './SectionRail.module.css';

interface SectionRailProps {
  /** Holds the sections, each with its code in `data-section`. */
  readonly page: RefObject<HTMLElement | null>;
}

/** The way through a long file: by mouse, by `[` and `]`, and from the command palette. */
export function SectionRail({ page }: SectionRailProps) {
  const t = useText();
  const current = useSectionInView(page);
  const open = (code: string) => {
    openSection(page.current, code);
  };
  const step = (by: 1 | -1) => {
    const next = fileSections[fileSections.findIndex(({ code }) => code === current) + by];
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
    ...fileSections.map(({ code, titleKey }) => ({
      label: t('investigations:sections.open', { section: t(titleKey) }),
      run: () => {
        open(code);
      },
    })),
  ]);
  return (
    <nav className={classes.rail} aria-label={t('investigations:sections.label')}>
      {fileSections.map(({ code, titleKey }) => (
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
function useSectionInView(page: RefObject<HTMLElement | null>): string {
  const [current, setCurrent] = useState(fileSections[0]?.code ?? '');
  const inView = useRef(new Set<string>());
  useEffect(() => {
    const sections = page.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const code = (target as HTMLElement).dataset['section'] ?? '';
          if (isIntersecting) inView.current.add(code);
          else inView.current.delete(code);
        }
        const first = fileSections.find(({ code }) => inView.current.has(code));
        if (first !== undefined) setCurrent(first.code);
      },
      { rootMargin: '0px 0px -70% 0px' },
    );
    for (const section of sections) observer.observe(section);
    return () => {
      observer.disconnect();
    };
  }, [page]);
  return current;
}
