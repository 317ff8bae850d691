import i18next from 'i18next';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import common from '../../../renderer/i18n/en/ground/common.json';
import frenchCommon from '../../../renderer/i18n/fr/ground/common.json';
import { setLanguage, startTexts } from '../../../renderer/i18n/i18n.ts';
import { loadTexts } from '../../../renderer/i18n/loadTexts.ts';
import { joinFrenchTexts } from '../../../renderer/i18n/typography.ts';

const page = { documentElement: { lang: '' } };

beforeAll(async () => {
  vi.stubGlobal('document', page);
  await startTexts('en', await loadTexts('en'));
});
// Files of a worker share modules: the next one has no document to mark.
afterAll(() => {
  i18next.off('languageChanged');
  vi.unstubAllGlobals();
});

test('both languages load the same namespaces', async () => {
  const [en, fr] = [await loadTexts('en'), await loadTexts('fr')];
  expect(Object.keys(fr)).toEqual(Object.keys(en));
  expect(en['common']).toEqual(common);
  expect(fr['common']).toEqual(joinFrenchTexts(frenchCommon));
});

test('a page begins with the texts of its own language alone', () => {
  expect(Object.keys(i18next.services.resourceStore.data)).toEqual(['en-CA']);
  expect(i18next.t('common:cancel')).toBe(common.cancel);
});

test('the other language is read when it is chosen', async () => {
  await setLanguage('fr');
  expect(i18next.t('common:cancel')).toBe(frenchCommon.cancel);
  expect(page.documentElement.lang).toBe('fr-CA');
  await setLanguage('en');
  expect(i18next.t('common:cancel')).toBe(common.cancel);
});

test('the later of two choices stands, whichever texts come first', async () => {
  i18next.removeResourceBundle('fr-CA', 'common');
  const first = setLanguage('fr');
  const second = setLanguage('en');
  await Promise.all([first, second]);
  expect(i18next.language).toBe('en-CA');
});
