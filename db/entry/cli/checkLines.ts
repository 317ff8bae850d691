import type { Check } from '#contract/reporting/returns';
import { codeWord, codeWords } from '#contract/words/codes';
import { languages as languageIn } from '../../documents/page/language.ts';
import { amendedText } from '../../reporting/returns/amendedText.ts';
import type { Words } from './texts.ts';

/** One check with where it holds and what corrects it. */
function checkLine(
  { locale, say, label }: Words,
  { code, blocking, unitCode, months, measures, languages, part, amended = [], mend }: Check,
): string {
  const names = measures.map((each) => label(codeWord('measure', each)));
  const texts = [
    ...(part === null ? [] : [label(codeWords.part[part])]),
    ...languages.map((each) => label(codeWords.language[each])),
    ...amended.map((each) => amendedText(each, languageIn[locale])),
  ];
  const where = [months.join(', '), [...names, ...texts].join(', ')].filter((each) => each !== '');
  const what = label(codeWords.check[code]);
  return [
    `  [${say(blocking ? 'blocks' : 'warning')}] ${unitCode ?? say('wholeAgreement')} - ${what}`,
    ...where.map((each) => `${locale === 'fr' ? '\u00a0' : ''}: ${each}`).slice(0, 1),
    ...where.slice(1).map((each) => ` (${each})`),
    mend === 'none' ? '' : `. ${say(`fix.${mend}`)}`,
  ].join('');
}

export function checkLines(words: Words, checks: readonly Check[]): readonly string[] {
  const blocking = checks.filter((each) => each.blocking).length;
  const summary =
    blocking > 0
      ? words.say('checksBlock', { blocking, warnings: checks.length - blocking })
      : words.say('checksClear', { warnings: checks.length });
  return [summary, ...checks.map((each) => checkLine(words, each))];
}
