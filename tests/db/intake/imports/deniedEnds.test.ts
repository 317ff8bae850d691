import { beforeEach, expect } from 'vitest';
import { readRegister } from '../../../support/importRegister.ts';
import { grantOf, officerOfUnits, writeFile } from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

beforeEach(async () => {
  await officerOfUnits(test, { U01: 'Unité ESEI' });
});

/** What each text of a state is proposed to mean, and whether it is sure of it. */
async function meanings(texts: readonly string[]) {
  const lines = ['Received,Source,Unit,Status', ...texts.map((text) => `2026-01-05,Public,U01,"${text}"`), ''];
  const { survey } = await readRegister(test, grantOf(test, writeFile(test, lines.join('\r\n'))));
  const found = new Map(
    survey.values.find(({ field }) => field === 'conclusion')!.texts.map((each) => [each.text, each]),
  );
  return texts.map((text) => [text, found.get(text)?.code, found.get(text)?.isSure]);
}

it.each([
  [
    'says of itself that there is none',
    [
      ...[
        'Unclosed',
        'Not yet closed',
        'Cannot be closed',
        'To be closed',
        'Incomplete',
        'Uncleared',
        'Never resolved',
      ],
      ...['Non clos', 'À fermer', 'À clore', 'Incomplet', 'Pas encore conclu', 'Non résolu', 'Doit être fermé?'],
    ],
  ],
  ['is refused, or a slip', ['Fermeture refusée', 'Transfer to VPD refused', 'Closed in error', 'Fermé par erreur']],
  ['is still to come', ['Accusation à venir', 'Info requested', 'Renseignements demandés', 'No charges yet']],
  ['did not leave the unit', ['Not transferred', 'Transferred to Cst. Roy', 'Transféré à l’équipe B', 'Sent to Crown']],
  ['is of something else', ['Compte fermé par Snapchat', 'Terminated account', 'Profil suspendu']],
])('takes no end from a text whose end %s, and has it looked at', async (_, texts) => {
  const found = await meanings(texts);
  expect(found.map(([text, code]) => [text, code])).toEqual(texts.map((text) => [text, 'open']));
  const known = ['Not yet closed', 'Pas encore conclu', 'Non résolu', 'Profil suspendu'];
  expect(found.filter(([text, , isSure]) => isSure && !known.includes(String(text)))).toEqual([]);
});

it('takes the end that a text affirms, whatever it denies beside it', async () => {
  const texts = [
    ...['Fermé sans accusation', 'Closed - no charges', 'Classé', 'Concluded without charges', 'Dossier clos'],
    ...['Non fondé', 'Sans suite', 'Not viable', 'Classé sans suite', 'No further action'],
    ...['Transféré au SPVM', 'Transferred to RCMP Surrey', 'Info only', 'Pour information'],
  ];
  expect((await meanings(texts)).map(([, code]) => code)).toEqual([
    ...Array.from({ length: 5 }, () => 'concluded'),
    ...Array.from({ length: 5 }, () => 'not_viable'),
    ...['transferred_out', 'transferred_out', 'information_only', 'information_only'],
  ]);
});

it('proposes what the short forms of a list of states usually mean, and has each looked at', async () => {
  const forms = {
    open: ['O', 'EC', 'N', 'Non'],
    concluded: ['F', 'FA', 'C', 'Y', 'Oui', 'Fini', 'Warned', 'Averti'],
    not_viable: ['NF', 'SS', 'NV', 'Expired logs'],
    information_only: ['INF', 'RENS.'],
    transferred_out: ['TR', 'To OPP'],
  };
  for (const [code, texts] of Object.entries(forms))
    expect(await meanings(texts)).toEqual(texts.map((text) => [text, code, text === 'RENS.']));
});
