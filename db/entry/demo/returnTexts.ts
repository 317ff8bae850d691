import type { AgreementId } from '#contract/ground/ids';
import { narrativeSection, type Narrative, type Pair } from '#contract/reporting/returnTexts';
import { assembleContent } from '../../reporting/returns/assemble.ts';
import type { Builder } from './session.ts';

/** Every text says that it is invented: a picture of the demonstration may travel without its frame. */
const fictitious = ({ en, fr }: Pair): Pair => ({ en: `(Fictitious) ${en}`, fr: `(Fictif) ${fr}` });

const why: Readonly<Record<string, Pair>> = {
  R1: {
    en: 'The national centre forwarded packages that it had held back while its system was renewed.',
    fr: 'Le centre national a acheminé des dossiers retenus pendant le renouvellement de son système.',
  },
  R2: {
    en: 'Follows the referrals received; the share that was bundled did not change.',
    fr: 'Suit les signalements reçus; la part des regroupements n’a pas changé.',
  },
  I1: {
    en: 'Files that had waited for a provider’s answer could be opened together.',
    fr: 'Des dossiers en attente de la réponse d’un fournisseur ont pu être ouverts ensemble.',
  },
  I2: {
    en: 'Two members returned from leave and closed files that had waited for their notes.',
    fr: 'Deux membres sont revenus de congé et ont conclu des dossiers qui attendaient leurs notes.',
  },
  B2: {
    en: 'Files concluded followed the change in referrals received.',
    fr: 'Les dossiers conclus ont suivi la variation des signalements reçus.',
  },
  C1: {
    en: 'One file of several counts went to court in the quarter.',
    fr: 'Un dossier à plusieurs chefs a été porté au tribunal pendant le trimestre.',
  },
  C3: {
    en: 'A joint project with another service ended in the quarter.',
    fr: 'Un projet conjoint avec un autre service s’est terminé pendant le trimestre.',
  },
};
const otherwise: Pair = {
  en: 'A change that the units know of and that follows from their calendar.',
  fr: 'Un écart que les unités connaissent et qui découle de leur calendrier.',
};

const narrative: Narrative = {
  progress: {
    en: 'Every unit had its funded staff in post. A common triage sheet has been in use since the quarter began.',
    fr: 'Chaque unité avait son personnel financé en poste. Une fiche de triage commune sert depuis le début du trimestre.',
  },
  risks: {
    en: 'Two positions will be vacant from the next quarter on; the examination of devices waits for a laboratory.',
    fr: 'Deux postes seront vacants à compter du prochain trimestre; l’examen des appareils attend un laboratoire.',
  },
  events: {
    en: 'A flood closed one office for eight days.',
    fr: 'Une inondation a fermé un bureau pendant huit jours.',
  },
};

const attestations = [
  { role: 'unit', name: 'Dominique Fictif', title: 'Inspector (fictitious) / Inspecteur (fictif)' },
  { role: 'finance', name: 'Camille Exemple', title: 'Comptroller (fictitious) / Contrôleur (fictif)' },
] as const;

/** Explains, tells and attests the reported quarter of one agreement, so that nothing written is missing from it. */
export async function writeReturnTexts(builder: Builder, agreementId: AgreementId): Promise<void> {
  const { reportedQuarter, doneAfterQuarter } = builder.days;
  const which = { agreementId, quarter: reportedQuarter };
  const { read } = builder.store.requireUnlocked();
  // What must be explained is counted, not estimated.
  const { checks } = await assembleContent(read, agreementId, reportedQuarter, () => Promise.resolve(null));
  for (const { unitCode, measures } of checks.filter((each) => each.code === 'large_change'))
    for (const code of measures) {
      const text = fictitious(why[code] ?? otherwise);
      await builder.call('returns.explain', { ...which, code, unitCode, text, version: null });
    }
  for (const section of narrativeSection.options)
    await builder.call('returns.narrate', { ...which, section, text: fictitious(narrative[section]), version: null });
  for (const { role, name, title } of attestations) {
    const attestation = { name, title, on: doneAfterQuarter(15) };
    await builder.call('returns.attest', { ...which, sequence: 1, role, attestation, version: null });
  }
}
