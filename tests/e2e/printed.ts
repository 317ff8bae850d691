import { expect } from '@playwright/test';
import { readPdf } from '../support/pdf.ts';

/** `return.pdf` of the agreement AG-01 as another program reads it: whole in both languages, and tagged. */
export async function expectPrinted(path: string): Promise<void> {
  const pdf = await readPdf(path);
  expect(pdf.title).toContain('Quarterly return / Rapport trimestriel - AG-01');
  expect([pdf.tagged, pdf.language]).toEqual([true, 'en-CA']);
  expect(pdf.pages.length).toBeGreaterThan(8);
  for (const [index, page] of pdf.pages.entries()) {
    expect(page.split('PROTECTED B / PROTÉGÉ B').length, `marking of page ${index + 1}`).toBeGreaterThan(2);
    expect(page).toContain(`Page ${index + 1} / ${pdf.pages.length}`);
    expect(page).toContain('AG-01');
  }
  const text = pdf.pages.join(' ');
  for (const words of ['Referrals received', 'Signalements reçus', 'Backlog movements', 'Mouvements de l’arriéré'])
    expect(text).toContain(words);
  expect(pdf.outline.filter(([depth]) => depth === 1)).toHaveLength(3);
  expect(pdf.outline.map(([, title]) => title)).toEqual(
    expect.arrayContaining([
      '2. Indicators',
      '2. Indicateurs',
      '12. Definitions in force',
      '12. Définitions en vigueur',
    ]),
  );
  const alternatives = {
    'en-CA': [/^Line of the closing balance .* 3 open items in /, /^Backlog of each unit, .*: U07: 0 to 3\.$/],
    'fr-CA': [
      /^Courbe du solde de clôture .* : 3 éléments ouverts en /,
      /^Arriéré de chaque unité, .* : U07 : de 0 à 3\.$/,
    ],
  } as const;
  for (const language of ['en-CA', 'fr-CA'] as const) {
    const own = pdf.elements.filter((each) => each.language === language);
    const roles = new Set(own.map((each) => each.role));
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI'])
      expect([...roles]).toContain(role);
    const figures = own.filter((each) => each.role === 'Figure').map((each) => each.alt?.replaceAll('\u00a0', ' '));
    expect(figures).toEqual(alternatives[language].map((words) => expect.stringMatching(words)));
  }
}
