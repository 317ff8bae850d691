import { useEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFileParts, type FilePart } from './fileParts.ts';
import classes from './FirstScreen.module.css';
import { openSection } from './openSection.ts';

interface SectionNavProps {
  /** Holds the sections, each with its code in `data-section`. */
  readonly page: RefObject<HTMLElement | null>;
}

/** The way through the parts of a file that hold something: by mouse, by `[` and `]`, and from the command palette. */
export function SectionNav({ page }: SectionNavProps) {
  const t = useText();
  const { sections } = useFileParts();
  const bar = useRef<HTMLElement>(null);
  const { shown, current } = useShown(page, sections, useBarHeight(bar));
  const open = (code: string) => {
    openSection(page.current, code);
  };
  const step = (by: 1 | -1) => {
    const from = focusedIn(page.current);
    const at = shown.findIndex(({ code }) => code === (from ?? current));
    // The part that is in view is not passed over by who is in none.
    const next = shown[from === undefined && at >= 0 ? at : at + by];
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
    ...shown.map(({ code, titleKey }) => ({
      label: t('investigations:sections.open', { section: t(titleKey) }),
      run: () => {
        open(code);
      },
    })),
  ]);
  return (
    <nav ref={bar} className={classes.nav} aria-label={t('investigations:sections.label')}>
      {shown.map(({ code, titleKey }) => (
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

const codeOf = (part: Element): string => (part as HTMLElement).dataset['section'] ?? '';

/** The part with the focus while it is in view: at the end of the page the first part in view is not the one that was stepped to. */
function focusedIn(page: HTMLElement | null): string | undefined {
  const part = page?.querySelector('[data-section]:focus-within');
  if (part === null || part === undefined) return undefined;
  const { top, bottom } = part.getBoundingClientRect();
  return top < window.innerHeight && bottom > 0 ? codeOf(part) : undefined;
}

const belowBar = 12;

/** In pixels. What scrolls into view, and what takes the focus, comes below the bar, whatever the number of its lines. */
function useBarHeight(bar: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const scroller = bar.current?.closest('main');
    if (!bar.current || !scroller) return;
    const heights = new ResizeObserver(([entry]) => {
      const blockSize = entry?.borderBoxSize[0]?.blockSize ?? 0;
      scroller.style.scrollPaddingTop = `${String(blockSize + belowBar)}px`;
      setHeight(blockSize);
    });
    heights.observe(bar.current);
    return () => {
      heights.disconnect();
      scroller.style.scrollPaddingTop = '';
    };
  }, [bar]);
  return height;
}

/** The sections that have a height, and of these the first that is in view below the bar, in the upper part of the page. */
function useShown(page: RefObject<HTMLElement | null>, sections: readonly FilePart[], barHeight: number) {
  const [filled, setFilled] = useState<ReadonlySet<string>>(new Set());
  const [inView, setInView] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const withOr = (code: string, isIn: boolean) => (before: ReadonlySet<string>) => {
      if (before.has(code) === isIn) return before;
      return new Set(isIn ? [...before, code] : [...before].filter((each) => each !== code));
    };
    const heights = new ResizeObserver((entries) => {
      for (const { target, contentRect } of entries) setFilled(withOr(codeOf(target), contentRect.height > 0));
    });
    const views = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) setInView(withOr(codeOf(target), isIntersecting));
      },
      { root: page.current?.closest('main') ?? null, rootMargin: `-${String(barHeight)}px 0px -70% 0px` },
    );
    for (const part of page.current?.querySelectorAll('[data-section]') ?? []) {
      heights.observe(part);
      views.observe(part);
    }
    return () => {
      heights.disconnect();
      views.disconnect();
    };
  }, [page, sections, barHeight]);
  const shown = sections.filter(({ code }) => filled.has(code));
  return { shown, current: shown.find(({ code }) => inView.has(code))?.code };
}
