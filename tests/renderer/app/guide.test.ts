import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guidePages, guidePlace, tourPlace } from '../../../renderer/app/guide/guidePages.ts';
import { readGuide } from '../../../renderer/app/guide/readGuide.ts';
import { screens } from '../../../renderer/app/screens.tsx';

const root = join(import.meta.dirname, '..', '..', '..');
const guide = (locale: string) => readGuide(readFileSync(join(root, 'docs', 'guide', `${locale}.md`), 'utf8'));
const placesOf = (locale: string) => guide(locale).map(({ place }) => place);
const known = ['paragraph', 'list', 'table', 'code', 'space'];

describe('the guide in the application', () => {
  it('has the same chapters and parts in both languages, and nothing that the page cannot draw', () => {
    expect(placesOf('fr')).toEqual(placesOf('en'));
    expect(placesOf('en').length).toBeGreaterThan(50);
    const isComment = (raw: string) => raw.startsWith('<!--');
    for (const locale of ['en', 'fr'])
      expect(
        guide(locale).flatMap(({ tokens }) =>
          tokens.filter(({ type, raw }) => !known.includes(type) && !isComment(raw)),
        ),
      ).toEqual([]);
  });

  it('has a page for each screen', () => {
    const paths = screens.map(({ path }) => path);
    expect(Object.keys(guidePages).toSorted()).toEqual([...new Set(paths)].toSorted());
    const places = placesOf('en');
    expect(paths.map(guidePlace).filter((place) => !places.includes(place))).toEqual([]);
    expect(guidePlace('/investigations/0196')).toBe('5');
    const tours = ['en', 'fr'].map(
      (locale) => guide(locale).find(({ place }) => place === tourPlace)?.heading?.text ?? '',
    );
    expect(tours).toEqual(['Five-minute tour', 'Visite de cinq minutes']);
  });
});
