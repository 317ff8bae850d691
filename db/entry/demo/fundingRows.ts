import type { FundingCells } from '#contract/reporting/fundingCells';
import { isLargeVariance } from '#contract/reporting/spending';
import { chanceOf } from './chance.ts';
import type { DemonstrationDays } from './days.ts';
import { seed } from './names.ts';

type Chance = ReturnType<typeof chanceOf>;

/** Every name says that it is invented: a picture of the demonstration may travel without its frame. */
const named = (code: string, en: string, fr: string): FundingCells => ({
  code,
  nameEn: `${en} (fictitious)`,
  nameFr: `${fr} (fictif)`,
});

/** Invented: the workspace names the pillars of the Strategy itself. */
export const pillars = [
  { code: 'F-1', nameEn: 'First pillar (fictitious)', nameFr: 'Premier pilier (fictif)' },
  { code: 'F-2', nameEn: 'Second pillar (fictitious)', nameFr: 'Deuxième pilier (fictif)' },
];

/** Yearly budget in thousands of dollars, pillar, whether it goes to a project. */
const lines = [
  ['B-01', 'Funded investigators', 'Enquêteurs financés', 'investigators', 420, 'F-1', 'yes'],
  ['B-02', 'Funded analyst', 'Analyste financé', 'civilians', 96, 'F-1', 'no'],
  ['B-03', 'Courses and travel', 'Cours et déplacements', 'training', 38, 'F-2', 'yes'],
  ['B-04', 'Examination stations', 'Postes d’examen', 'equipment_purchase', 54, 'F-1', 'yes'],
  ['B-05', 'Rented storage', 'Stockage loué', 'equipment_rental', 18, 'F-2', 'no'],
  ['B-06', 'Examination software', 'Logiciels d’examen', 'tools', 47, 'F-1', 'yes'],
  // Its pillar is not known.
  ['B-07', 'Funded overtime', 'Heures supplémentaires financées', 'overtime', 62, null, 'no'],
] as const;

const why = {
  En: '(Fictitious) An invoice came later than planned and is paid in the next quarter.',
  Fr: '(Fictif) Une facture est arrivée plus tard que prévu et sera payée au trimestre suivant.',
} as const;

/** Cents of a quarter: what was forecast and, in a quarter that is past, what was spent. */
function quarterCells(budget: number, quarter: number, isPast: boolean, chance: Chance): FundingCells {
  const key = `q${String(quarter)}`;
  const forecast = Math.round(budget / 4);
  const actual = isPast ? Math.round((forecast * chance.whole(84, 111)) / 100) + chance.whole(0, 99) : null;
  return {
    [`${key}Forecast`]: forecast,
    [`${key}Actual`]: actual,
    ...(isLargeVariance(forecast, actual) && { [`${key}WhyEn`]: why.En, [`${key}WhyFr`]: why.Fr }),
  };
}

/** The budget of one agreement and fiscal year, with the actuals of the quarters up to `past`. */
export function budgetRows(agreement: string, fiscalYear: number, past: number): readonly FundingCells[] {
  const chance = chanceOf(seed, `budget ${agreement} ${String(fiscalYear)}`);
  return lines.map(([code, en, fr, category, thousands, pillar, toProject]) => {
    const budget = Math.round((thousands * 100_000 * chance.whole(80, 130)) / 100);
    const quarters = [1, 2, 3, 4].map((quarter) => quarterCells(budget, quarter, quarter <= past, chance));
    return Object.assign({ ...named(code, en, fr), category, pillar, toProject, budget }, ...quarters) as FundingCells;
  });
}

/** Two filled positions, one that changed hands in the reported quarter, one that is vacant; the first unit's. */
export function positionRows(unitId: string, { inYear, afterQuarter }: DemonstrationDays): readonly FundingCells[] {
  const common = { unitId, funding: 'funded', fte: 100, startsOn: inYear(-3, '04-01') };
  return [
    { ...common, code: 'P-01', role: 'investigator', filledOn: inYear(-3, '05-08'), onboardedOn: inYear(-3, '05-15') },
    {
      ...common,
      code: 'P-02',
      role: 'investigator',
      filledOn: inYear(-3, '09-05'),
      leftOn: afterQuarter(-47),
      endsOn: afterQuarter(-22),
    },
    {
      ...common,
      code: 'P-02b',
      role: 'investigator',
      startsOn: afterQuarter(-22),
      filledOn: afterQuarter(-22),
      onboardedOn: afterQuarter(-19),
    },
    { ...common, code: 'P-03', role: 'forensic_examiner', fte: 50 },
    {
      ...common,
      code: 'P-04',
      role: 'analyst',
      funding: 'other',
      filledOn: inYear(-3, '04-03'),
      onboardedOn: inYear(-3, '04-03'),
    },
  ];
}

export const trainingRows = ({ afterQuarter }: DemonstrationDays): readonly FundingCells[] => [
  {
    ...named('T-01', 'Live data forensics', 'Analyse de données volatiles'),
    mode: 'in_person',
    heldOn: afterQuarter(-141),
    plannedDays: 1000,
    doneDays: 800,
  },
  {
    ...named('T-02', 'Interviewing children', 'Entrevue d’enfants'),
    mode: 'hybrid',
    heldOn: afterQuarter(-71),
    plannedDays: 600,
    doneDays: 600,
  },
  {
    ...named('T-03', 'Wellness and resilience', 'Mieux-être et résilience'),
    mode: 'virtual',
    heldOn: afterQuarter(-14),
    plannedDays: 450,
    doneDays: 400,
  },
  {
    ...named('T-04', 'Virtual currencies', 'Monnaies virtuelles'),
    mode: 'virtual',
    heldOn: afterQuarter(49),
    plannedDays: 500,
  },
];

export const equipmentRows = ({ afterQuarter }: DemonstrationDays): readonly FundingCells[] => [
  {
    ...named('E-01', 'Examination station', 'Poste d’examen'),
    kind: 'equipment',
    acquisition: 'bought',
    quantity: 2,
    cost: 1_846_050,
    inServiceOn: afterQuarter(-119),
  },
  {
    ...named('E-02', 'Locked telephone tool', 'Outil pour téléphones verrouillés'),
    kind: 'tool',
    acquisition: 'rented',
    quantity: 1,
    cost: 2_250_000,
    inServiceOn: afterQuarter(-91),
    expiresOn: afterQuarter(273),
  },
  {
    ...named('E-03', 'Analysis licences', 'Licences d’analyse'),
    kind: 'licence',
    acquisition: 'bought',
    quantity: 4,
    cost: 1_180_000,
    inServiceOn: afterQuarter(-46),
    expiresOn: afterQuarter(318),
  },
];

export const activityRows = ({ inYear, afterQuarter }: DemonstrationDays): readonly FundingCells[] => [
  {
    ...named('A-01', 'Hire two investigators', 'Embaucher deux enquêteurs'),
    plannedFrom: inYear(-3, '04-01'),
    plannedTo: inYear(-3, '09-30'),
    startedOn: inYear(-3, '04-11'),
    completedOn: inYear(-3, '09-05'),
    status: 'completed',
    statusOn: inYear(-3, '09-05'),
  },
  {
    ...named('A-02', 'Common triage sheet', 'Fiche de triage commune'),
    plannedFrom: afterQuarter(-182),
    plannedTo: afterQuarter(0),
    startedOn: afterQuarter(-149),
    completedOn: afterQuarter(-12),
    status: 'completed',
    statusOn: afterQuarter(-12),
  },
  {
    ...named('A-03', 'Renew the examination stations', 'Renouveler les postes d’examen'),
    plannedFrom: afterQuarter(-182),
    plannedTo: afterQuarter(182),
    startedOn: afterQuarter(-119),
    status: 'under_way',
    statusOn: afterQuarter(-119),
  },
  {
    ...named('A-04', 'Train school resource officers', 'Former les agents en milieu scolaire'),
    plannedFrom: afterQuarter(-29),
    plannedTo: afterQuarter(151),
    status: 'planned',
  },
  {
    ...named('A-05', 'Joint project with another service', 'Projet conjoint avec un autre service'),
    plannedFrom: afterQuarter(-182),
    plannedTo: afterQuarter(92),
    status: 'deferred',
    statusOn: afterQuarter(-28),
    reasonEn: '(Fictitious) The other service reorganises its unit.',
    reasonFr: '(Fictif) L’autre service réorganise son unité.',
  },
];

export const riskRows: readonly FundingCells[] = [
  {
    code: 'R-01',
    riskEn: '(Fictitious) The examiner’s position stays vacant through the winter.',
    riskFr: '(Fictif) Le poste d’examinateur reste vacant tout l’hiver.',
    likelihood: 'high',
    effect: 'medium',
    mitigationEn: 'Second an examiner from the neighbouring unit two days a week.',
    mitigationFr: 'Emprunter un examinateur de l’unité voisine deux jours par semaine.',
    owner: 'Inspector (fictitious)',
  },
  {
    code: 'R-02',
    riskEn: '(Fictitious) A licence ends before its renewal is approved.',
    riskFr: '(Fictif) Une licence prend fin avant l’approbation de son renouvellement.',
    likelihood: 'low',
    effect: 'high',
    mitigationEn: 'Ask for the renewal six months ahead.',
    mitigationFr: 'Demander le renouvellement six mois d’avance.',
    owner: 'Comptroller (fictitious)',
  },
];
