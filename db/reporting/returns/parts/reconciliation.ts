import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { markup } from '../../../documents/page/markup.ts';
import { column } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { amount, type Measured } from '../../indicators/amount.ts';
import type { ReturnPart } from './part.ts';

const text = {
  en: 'Where the framework requires both, the computed figure is reported beside the figure that the coordinator entered. The difference is entered less computed.',
  fr: 'Là où le cadre exige les deux, le chiffre calculé est déclaré à côté de celui que la coordination a saisi. La différence est le chiffre saisi moins le chiffre calculé.',
};

type Reconciled = ReturnContent['reconciliation'][number] & {
  readonly definition: IndicatorDefinition | undefined;
  readonly of: Measured;
};

const reconciliationTable = (rows: readonly Reconciled[]): ReportTable<Reconciled> => ({
  title: headings.reconciliation,
  columns: [
    column.text('unit', headings.unit, ({ unitCode }) => unitCode, { width: 9 }),
    column.text('code', headings.code, ({ code }) => code, { width: 8, on: ['sheet'] }),
    column.texts(
      'indicator',
      headings.indicator,
      ({ code, definition }) => definition?.name ?? { en: code, fr: code },
      {
        page: ({ code, definition }, { say }) => (definition ? `${code} ${say(definition.name)}` : code),
        width: 30,
        isWide: true,
      },
    ),
    column.number('computed', headings.computed, ({ computed }) => computed.value, {
      page: ({ of, computed }, language) => amount(of, computed.value, language),
    }),
    column.number('entered', headings.entered, ({ entered }) => entered.value, {
      page: ({ of, entered }, language) => amount(of, entered.value, language),
    }),
    column.number('difference', headings.difference, ({ difference }) => difference, {
      page: ({ difference }, { change }) => (difference === null ? null : change(difference)),
    }),
    column.words('status_computed', headings.statusComputed, ({ computed }) => codeWords.valueStatus[computed.status], {
      on: ['sheet'],
    }),
    column.words('status_entered', headings.statusEntered, ({ entered }) => codeWords.valueStatus[entered.status], {
      on: ['sheet'],
    }),
    column.words('state', headings.reconciled, ({ state }) => codeWords.reconciliation[state], {
      page: ({ state, why }, { say }) =>
        say(why) === ''
          ? say(codeWords.reconciliation[state])
          : markup`${say(codeWords.reconciliation[state])}<br>${say(why)}`,
      width: 34,
      isWide: true,
    }),
    column.texts('why', headings.whyDifferent, ({ why }) => why, { on: ['sheet'] }),
  ],
  rows,
});

/** The figures that are both computed and entered, side by side, and why two differ; null where the framework asks for none. */
export function reconciliationPart({ reconciliation, framework, quarter }: ReturnContent): ReturnPart | null {
  if (reconciliation.length === 0) return null;
  const rows = reconciliation.map((each) => {
    const definition = framework.indicators.find(({ code }) => code === each.code);
    return { ...each, definition, of: definition ?? { code: each.code } };
  });
  const table = reconciliationTable(rows);
  return {
    id: 'reconciliation',
    title: table.title,
    page: (language) => {
      const caption = `${language.say(table.title)}, ${language.quarter(quarter)}`;
      return markup`<p>${language.say(text)}</p>${pageOf(table, language, { caption })}`;
    },
    sheets: [sheetOf(table, { tab: 'Reconciliation - Rapprochement' })],
  };
}
