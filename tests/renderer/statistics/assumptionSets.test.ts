import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultAssumptions, type Assumptions } from '../../../electron/contract/statistics/assumptions.ts';
import { assumptionSet, type AssumptionSet } from '../../../electron/contract/statistics/laboratory.ts';
import { AssumptionSets } from '../../../renderer/features/statistics/estimate/sets/AssumptionSets.tsx';
import { matchingSet } from '../../../renderer/features/statistics/estimate/sets/matchingSet.ts';
import en from '../../../renderer/i18n/en/statistics/laboratory.json';
import fr from '../../../renderer/i18n/fr/statistics/laboratory.json';

function set(name: string, changes: Partial<Assumptions>): AssumptionSet {
  const facts = { id: crypto.randomUUID(), version: 1, name, savedBy: 'C. Roy', savedAt: 0 };
  return assumptionSet.parse({ ...facts, assumptions: { ...defaultAssumptions, ...changes } });
}
const sets = [
  set('Cautious', { substitutionShare: 0.25 }),
  set('Slow', { rampMonths: 18 }),
  set('Slow too', { rampMonths: 18 }),
];

describe('the set that assumptions are', () => {
  test('is the one that is alike in all of them, the first where several are', () => {
    expect(matchingSet({ ...defaultAssumptions, substitutionShare: 0.25 }, sets)?.name).toBe('Cautious');
    expect(matchingSet({ ...defaultAssumptions, rampMonths: 18 }, sets)?.name).toBe('Slow');
  });

  test.each(Object.keys(defaultAssumptions) as (keyof Assumptions)[])('is none where %s differs', (name) => {
    const other: Assumptions = {
      rampMonths: 12,
      overtimeProductivity: 0.5,
      substitutionShare: 0.5,
      inducedInflowShare: 0.1,
      pooling: 'none',
      capacityExponent: 0.7,
      coupling: 'independent',
      backlogDefinition: 'with_court',
    };
    const one = set('One', {});
    expect(matchingSet(defaultAssumptions, [one])).toBe(one);
    expect(matchingSet({ ...defaultAssumptions, [name]: other[name] }, [one])).toBeNull();
  });
});

describe('the list of the sets', () => {
  beforeAll(async () => {
    await i18next.use(initReactI18next).init({
      lng: 'en-CA',
      fallbackLng: false,
      resources: { 'en-CA': { laboratory: en }, 'fr-CA': { laboratory: fr } },
      interpolation: { escapeValue: false },
    });
  });

  function markup(assumptions: Assumptions): string {
    const client = new QueryClient();
    client.setQueryData(['assumptionSets.list', {}], { sets });
    const list = createElement(AssumptionSets, { assumptions, onChoose: () => undefined });
    return renderToStaticMarkup(
      createElement(MantineProvider, null, createElement(QueryClientProvider, { client }, list)),
    );
  }

  test('marks the one on screen and no other, in either language', async () => {
    const pressed = (text: string) => [...text.matchAll(/aria-pressed="(true|false)"/g)].map(([, is]) => is);
    expect(pressed(markup({ ...defaultAssumptions, rampMonths: 18 }))).toEqual(['false', 'true', 'false']);
    expect(pressed(markup(defaultAssumptions))).toEqual(['false', 'false', 'false']);
    await i18next.changeLanguage('fr-CA');
    expect(markup({ ...defaultAssumptions, substitutionShare: 0.25 })).toMatch(/Enregistré par C\. Roy.*En usage/s);
  });
});
