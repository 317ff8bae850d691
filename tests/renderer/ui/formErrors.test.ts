import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createInstance } from 'i18next';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { newReferral } from '../../../electron/contract/casework/referrals.ts';
import { newWorkspace } from '../../../electron/contract/store/session.ts';
import { fieldErrors, problemMessage, validateWith } from '../../../renderer/ui/formErrors.tsx';
import en from '../../../electron/contract/words/failures.en.json';
import fr from '../../../electron/contract/words/failures.fr.json';

/** Of its own: what another test hears from the shared one needs a document. */
const i18next = createInstance();

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'en-CA',
    fallbackLng: false,
    resources: { 'en-CA': { errors: en }, 'fr-CA': { errors: fr } },
    interpolation: { escapeValue: false },
  });
});

async function words(errors: Readonly<Record<string, ReactNode>>, language: string) {
  await i18next.changeLanguage(language);
  return Object.fromEntries(
    Object.entries(errors).map(([path, node]) => [
      path,
      renderToStaticMarkup(createElement(I18nextProvider, { i18n: i18next }, node)),
    ]),
  );
}

const emptyReferral = { unitId: '', source: '', receivedOn: '2026-02-31', summary: '' };

describe('messages of a form', () => {
  test('say what each field lacks, in the language on screen', async () => {
    const errors = validateWith(newReferral)(emptyReferral);
    expect(await words(errors, 'en-CA')).toEqual({
      unitId: 'Required',
      source: 'Required',
      receivedOn: 'Not a valid date: write it as YYYY-MM-DD',
    });
    expect(await words(errors, 'fr-CA')).toEqual({
      unitId: 'Obligatoire',
      source: 'Obligatoire',
      receivedOn: 'Date non valide : écrivez-la sous la forme AAAA-MM-JJ',
    });
  });

  test('name lengths, refused characters and hidden images', async () => {
    const workspace = validateWith(newWorkspace)({
      parent: crypto.randomUUID(),
      name: 'a/b',
      kind: 'unit',
      login: 'x'.repeat(41),
      displayName: 'J. Roy',
      passphrase: 'short',
    });
    expect(await words(workspace, 'en-CA')).toEqual({
      name: 'Contains characters that cannot be used here',
      login: 'At most 40 characters',
      passphrase: 'At least 12 characters',
    });
    const referral = validateWith(newReferral)({
      unitId: crypto.randomUUID(),
      source: 'public',
      receivedOn: '2026-02-03',
      summary: `data:image/png;base64,${'A'.repeat(40)}`,
    });
    expect(await words(referral, 'en-CA')).toEqual({ summary: en.reason.contains_binary.title });
  });

  test('put the store’s findings at their fields', async () => {
    const errors = fieldErrors({
      code: 'invalid_input',
      reference: 'R1',
      fields: [
        { path: 'login', code: 'login_taken' },
        { path: 'rows.3.receivedOn', code: 'date_in_future' },
        { path: 'other', code: 'not_a_code_we_know' },
      ],
    });
    expect(await words({ ...errors, again: problemMessage('not_matching') }, 'en-CA')).toEqual({
      login: en.reason.login_taken.title,
      'rows.3.receivedOn': en.reason.date_in_future.title,
      other: 'Not valid',
      again: 'The two entries differ',
    });
  });
});
