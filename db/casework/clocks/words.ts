import type { AuthorityKind, ClockState, Words } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import { addDays } from '../../ground/kernel/days.ts';
import type { ClockRule } from './catalogue.ts';
import type { DatedRecord, Length } from './record.ts';

const both = (en: string, fr: string): Words => ({ en, fr });
const deducted = both('Days deducted (defence delay or waiver)', 'Jours déduits (défense ou renonciation)');
const own = both('Number set by the unit', 'Nombre fixé par l’unité');

/** The values that the rule used, named as the record's form names them. */
export function inputsOf(rule: ClockRule, record: DatedRecord, kind: AuthorityKind): { label: Words; value: string }[] {
  const start = record[rule.start];
  const inputs = [
    { label: rule.start === 'startedOn' ? kind.startLabel : (kind.dueLabel ?? kind.startLabel), value: start },
    { label: deducted, value: rule.plusDeducted ? String(record.deductedDays ?? 0) : null },
  ];
  return inputs.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}

interface Derivation {
  readonly rule: ClockRule;
  readonly record: DatedRecord;
  readonly kind: AuthorityKind;
  readonly start: CivilDate | null;
  readonly length: Length | null;
  readonly on: CivilDate | null;
  readonly state: ClockState;
  readonly actBy: CivilDate | null;
  readonly dueOn: CivilDate | null;
}

/** What the rule said step by step, for a reader who checks it with the statute in hand. */
export function derive(all: Derivation): Words {
  const { rule, state } = all;
  if (state === 'exempt' && rule.exceptProduced !== null) return rule.exceptProduced;
  return join([counting(all), deduction(all), standing(all), closedDay(all)]);
}

function join(parts: readonly (Words | null)[]): Words {
  const said = parts.filter((part) => part !== null);
  return both(said.map(({ en }) => en).join(' '), said.map(({ fr }) => fr).join(' '));
}

function counting({ rule, kind, start, length, on }: Derivation): Words {
  if (start === null)
    return both(
      'No date: the document’s own date is not recorded.',
      'Aucune date : celle que porte le document n’est pas inscrite.',
    );
  if (length === null || on === null)
    return both(
      `No date: no number is set for this. ${own.en}: none.`,
      `Aucune date : aucun nombre n’est fixé pour ceci. ${own.fr} : aucun.`,
    );
  if (rule.start === 'dueOn')
    return both(`The date written in the document: ${start}.`, `La date que porte le document : ${start}.`);
  return byUnit(kind, start, length);
}

function byUnit({ startLabel }: AuthorityKind, start: CivilDate, { unit, count }: Length): Words {
  const n = String(count);
  const from = both(`${startLabel.en} ${start}.`, `${startLabel.fr} ${start}.`);
  switch (unit) {
    case 'days':
      return join([
        from,
        both(
          `That day is not counted (Interpretation Act, s.\u00a027): ${n} days later is ${addDays(start, count)}.`,
          `Ce jour n’est pas compté (Loi d’interprétation, art.\u00a027) : ${n} jours plus tard, c’est le ${addDays(start, count)}.`,
        ),
      ]);
    case 'months':
      return join([
        from,
        both(
          `${n} months later, on the same calendar number or on the last day of a month that has none (Interpretation Act, s.\u00a028).`,
          `${n} mois plus tard, au même quantième ou le dernier jour d’un mois qui ne l’a pas (Loi d’interprétation, art.\u00a028).`,
        ),
      ]);
    case 'clear_days':
      return join([
        from,
        both(
          `${n} clear days, neither end counted (Interpretation Act, s.\u00a027(1)): from ${addDays(start, 1)} to ${addDays(start, count)}.`,
          `${n} jours francs, aucune extrémité comptée (Loi d’interprétation, par.\u00a027(1)) : du ${addDays(start, 1)} au ${addDays(start, count)}.`,
        ),
      ]);
  }
}

function deduction({ rule, record, on }: Derivation): Words | null {
  const days = record.deductedDays ?? 0;
  if (!rule.plusDeducted || days === 0 || on === null) return null;
  return both(`${String(days)} days deducted are added: ${on}.`, `${String(days)} jours déduits s’ajoutent : ${on}.`);
}

function standing({ on, state }: Derivation): Words | null {
  if (on === null) return null;
  switch (state) {
    case 'suspended':
      return both(
        `Result: ${on}. An application is pending: detention lasts until it is decided.`,
        `Résultat : ${on}. Une demande est en cours : la détention dure jusqu’à la décision.`,
      );
    case 'replaced':
      return both(
        `Result: ${on}. The order’s own date takes its place.`,
        `Résultat : ${on}. La date de l’ordonnance en tient lieu.`,
      );
    case 'running':
    case 'met':
    case 'ended':
    case 'exempt':
    case 'no_date':
    case 'lifted':
      return both(`Result: ${on}.`, `Résultat : ${on}.`);
  }
}

function closedDay({ state, dueOn, actBy }: Derivation): Words | null {
  if (state !== 'running' || dueOn === null || actBy === null || actBy === dueOn) return null;
  return both(
    `${dueOn} is a closed day: the date does not move, act by ${actBy}.`,
    `Le ${dueOn} est un jour de fermeture : la date ne change pas, agissez au plus tard le ${actBy}.`,
  );
}
