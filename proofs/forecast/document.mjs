// docs/forecast.md, in both languages, from the scores.

/** @typedef {{ name: string, ahead: number, scores: import('../../db/estimator/planning/scores.ts').Scores | null }} Tested */
/** @typedef {Readonly<Record<'passed' | 'failed' | 'too_short', number>>} Verdicts */

const noBreak = '\u00a0';

const en = {
  share: (value) => `${(100 * value).toFixed(0)}%`,
  files: (value) => value.toFixed(1),
  name: (name) => name,
  months: (count) => `${String(count)} months`,
  head: '| panels, months ahead | forecasts | in the 50% interval | in the 80% | in the 95% | score | last value | year before |',
};

const names = { 'other generator': 'autre générateur', demonstration: 'démonstration' };
const fr = {
  share: (value) => `${(100 * value).toFixed(0)}${noBreak}%`,
  files: (value) => value.toFixed(1).replace('.', ','),
  name: (name) => names[name] ?? name.replace('seed', 'germe'),
  months: (count) => `${String(count)} mois`,
  head: `| panels, mois à l’avance | prévisions | dans l’intervalle à 50${noBreak}% | à 80${noBreak}% | à 95${noBreak}% | score | dernière valeur | an d’avant |`,
};

/** @param {Tested} tested @param {typeof en} words */
function row({ name, ahead, scores }, words) {
  const label = `${words.name(name)}, ${words.months(ahead)}`;
  if (scores === null) return `| ${label} | 0 | | | | | | |`;
  const { forecasts, cover50, cover80, cover95, crps, lastValue, seasonal } = scores;
  const shares = [cover50, cover80, cover95].map(words.share);
  const files = [crps, lastValue, seasonal].map(words.files);
  return `| ${[label, forecasts, ...shares, ...files].join(' | ')} |`;
}

/** @param {readonly Tested[]} tested @param {typeof en} words */
function table(tested, words) {
  return [words.head, '|---|---|---|---|---|---|---|---|', ...tested.map((each) => row(each, words))].join('\n');
}

/** @param {{ tested: readonly Tested[], verdicts: Verdicts, units: number, months: number }} found */
export function forecastDocument({ tested, verdicts, units, months }) {
  const [panelUnits, panelMonths] = [String(units), String(months)];
  const { passed, failed, too_short: short } = verdicts;
  const scored = tested.flatMap(({ scores }) => scores ?? []);
  const rows = String(scored.length);
  const beaten = String(scored.filter(({ crps, lastValue }) => lastValue < crps).length);
  return `# Forecasts of months that have passed

[Version française plus bas](#prévisions-de-mois-déjà-passés)

Written by \`npm run forecast\`. Panels are simulated (${panelUnits} units, ${panelMonths} months, the rules of \`db/estimator/simulate.ts\`): their growth, season and staff changes are known to no forecast. The other generator's panel is \`tests/fixtures/validation/panel_truth.csv\`, also 42 units and 84 months; its closures are not split. The demonstration is asked as the screen and \`vigie plan\` ask it, in its coordination workspace: 30 fictitious units and 90 months, with the gaps, blanks and late starts that its packs have.

From ten months, three months apart, the model is fitted to what was known then and projected 6 and 12 months ahead, under the staff that came. The staff is given, so this tests the model and not a plan. The simple forecasts are not given it: the last value, and the value of the same month of the year before, each spread by its own past errors. Twelve months ahead the two are the same.

The score is the mean continuous ranked probability score (Gneiting and Raftery 2007), in files: smaller is better.

${table(tested, en)}

Units that carry a staff search: ${String(passed)}. For information only: ${String(failed)} whose actual backlog fell outside the 80% interval in more than 4 of 10 forecasts 12 months ahead; ${String(short)} had fewer than 5 forecasts.

The last value scores better in ${beaten} of ${rows} rows. On most panels intervals hold what came a little too often: the model leaves room for an inflow that wanders, and the simulated one does not.

What this does not show: forecasts 24 and 36 months ahead, real units, and months whose rules of counting or laws change. The other published panels (tobacco, employment, health, advertising) have neither staff nor a backlog: no plan can be made of them.

---

# Prévisions de mois déjà passés

Écrit par \`npm run forecast\`. Les panels sont simulés (${panelUnits} unités, ${panelMonths} mois, selon \`db/estimator/simulate.ts\`) : aucune prévision ne connaît leur croissance, leur saison ni les changements de leur personnel. Celui de l’autre générateur est \`tests/fixtures/validation/panel_truth.csv\`, de 42 unités et 84 mois aussi; ses fermetures n’y sont pas distinguées. La démonstration est interrogée comme le font l’écran et \`vigie plan\`, dans son espace de coordination : 30 unités fictives et 90 mois, avec les lacunes, les blancs et les débuts tardifs de leurs envois.

À partir de dix mois, à trois mois d’écart, le modèle est ajusté à ce qui était alors connu, puis projeté 6 et 12 mois plus loin avec le personnel qui est venu. Comme ce personnel est donné, c’est le modèle qui est éprouvé, et non un plan. Les prévisions simples ne le connaissent pas : la dernière valeur, et celle du même mois un an plus tôt, chacune avec l’étendue de ses erreurs passées. À douze mois, les deux se confondent.

Le score est la moyenne du CRPS (Gneiting et Raftery 2007), en dossiers : plus il est petit, mieux c’est.

${table(tested, fr)}

Unités pour lesquelles un personnel peut être cherché : ${String(passed)}. À titre indicatif seulement : ${String(failed)} dont l’arriéré réel est tombé hors de l’intervalle de 80 % dans plus de 4 prévisions à 12 mois sur 10; moins de 5 prévisions : ${String(short)}.

La dernière valeur a un meilleur score dans ${beaten} des ${rows} lignes. Sur la plupart des panels, les intervalles contiennent un peu trop souvent ce qui est venu : le modèle laisse place à des entrées qui errent, et celles des simulations n’errent pas.

Ce que cela ne montre pas : les prévisions à 24 et 36 mois, de vraies unités, et les mois où changent les règles de dénombrement ou les lois. Les autres panels publiés (tabac, emploi, santé, publicité) n’ont ni personnel ni arriéré : aucun plan n’y est possible.
`;
}
