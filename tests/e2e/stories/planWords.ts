import type { FoundStaff } from '../../../electron/contract/statistics/plans.ts';

interface PlanWords {
  readonly noChange: RegExp;
  readonly plan: RegExp;
  readonly ends: string;
  /** What is typed, and the month that is chosen. */
  readonly december: readonly [string, RegExp];
  readonly numbers: string;
  readonly name: string;
  readonly save: string;
  readonly compare: (name: string) => string;
  readonly annex: string;
  readonly saved: string;
  readonly units: string;
  readonly unsaved: string;
  readonly target: string;
  readonly find: string;
  readonly overtime: string;
  readonly add: string;
  readonly fte: string;
  readonly ramp: string;
  readonly step: string;
  /** Of a number with decimals. */
  readonly comma: string;
  /** Of a plan that changes something. */
  readonly isPlan: RegExp;
  readonly found: RegExp;
  readonly foundFigure: (found: FoundStaff) => string;
}

/** The staff found in the words of the page: a number, none needed, or none that is enough. */
function figureOf({ fte, probability, probabilityWithMost }: FoundStaff, comma: string, percent: string): string {
  // At an end it is said as over 95% or under 5%.
  const share = (value: number): string => `${String(Math.round(value * 100))}${percent}`;
  if (fte === null) return share(probabilityWithMost);
  return fte === 0 ? share(probability) : String(fte).replace('.', comma);
}

/** What the story presses and reads, in each language. */
export const planWords: Readonly<Record<'en' | 'fr', PlanWords>> = {
  en: {
    noChange: /^Actual [\d,]+\. If nothing changes: [\d,]+ \([\d,]+ to [\d,]+\) at the end of March\s2028\.$/,
    plan: /^Actual [\d,]+\. At the end of March\s2028, if nothing changes: .+; if this plan is followed: .+\.$/,
    ends: 'Agreement ends after',
    december: ['December', /^December\s2026/],
    numbers: 'Backlog by plan',
    name: 'Name of the plan',
    save: 'Save the plan',
    compare: (name) => `Compare ${name}`,
    annex: 'Save the annex (PDF)',
    saved: 'Saved',
    units: 'Units',
    unsaved: 'Saved plans',
    target: 'Backlog at most',
    find: 'Find funded FTE',
    overtime: 'Base overtime, hours a month',
    add: 'Add staff',
    fte: 'FTE',
    ramp: 'Months to full output',
    step: 'Inflow changes by',
    comma: '.',
    isPlan: /if this plan is followed/,
    found: /funded FTE from|No more staff is needed|No staffing up to/,
    foundFigure: (found) => figureOf(found, '.', '%'),
  },
  fr: {
    noChange: /^Réel\s: [\d\s]+\. Si rien ne change\s: [\d\s]+ \([\d\s]+\sà\s[\d\s]+\) fin mars\s2028\.$/,
    plan: /^Réel\s: [\d\s]+\. Fin mars\s2028, si rien ne change\s: .+; si ce plan est suivi\s: .+\.$/,
    ends: 'Fin de l’entente après',
    december: ['décembre', /^décembre\s2026/],
    numbers: 'Arriéré selon le plan',
    name: 'Nom du plan',
    save: 'Enregistrer le plan',
    compare: (name) => `Comparer ${name}`,
    annex: 'Enregistrer l’annexe (PDF)',
    saved: 'Enregistré',
    units: 'Unités',
    unsaved: 'Plans enregistrés',
    target: 'Arriéré d’au plus',
    find: 'Chercher les ETP financés',
    overtime: 'Heures suppl. du service, par mois',
    add: 'Ajouter du personnel',
    fte: 'ETP',
    ramp: 'Mois avant le plein rendement',
    step: 'Les entrées varient de',
    comma: ',',
    isPlan: /si ce plan est suivi/,
    found: /ETP financés dès|Aucun ajout de personnel|Aucun effectif jusqu/,
    foundFigure: (found) => figureOf(found, ',', '\u00a0%'),
  },
};
