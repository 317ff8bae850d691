/** Of each screen, the chapter of the guide and the place of its part in it; the two guides have the same parts. */
export const guidePages: Readonly<Record<string, readonly [chapter: number, part?: number]>> = {
  '/inbox': [3, 3],
  '/breaches': [3, 3],
  '/referrals': [3],
  '/investigations': [5],
  '/due': [6],
  '/week': [6],
  '/devices': [5, 4],
  '/transfers': [5, 8],
  '/handover': [5, 8],
  '/operations': [5, 6],
  '/imports': [4],
  '/tips': [3, 2],
  '/exchanges': [5, 6],
  '/records': [13],
  '/backlog': [7],
  '/counterfactual': [8, 2],
  '/staffing': [8, 1],
  '/plans': [8, 3],
  '/victims': [8, 4],
  '/packs': [9],
  '/reference': [8, 2],
  '/funding': [10, 2],
  '/reports': [10, 4],
  '/frameworks': [11, 4],
  '/returns': [11],
  '/rollup': [11, 3],
  '/agreements': [10, 1],
  '/waiting': [12, 2],
  '/audit': [12, 3],
  '/breach': [12],
  '/admin': [12],
  '/about': [1],
};

/** The name of a heading in the page: `2` for a chapter, `2.3` for its third part. */
export function guidePlace(path: string): string {
  const [chapter, part] = guidePages[`/${path.split('/')[1] ?? ''}`] ?? [1];
  return part === undefined ? String(chapter) : `${String(chapter)}.${String(part)}`;
}

/** Of the tours of the demonstration. */
export const tourPlace = '2.2';
