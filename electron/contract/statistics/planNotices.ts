import type { Bilingual } from '../ground/common.ts';
import type { Month } from '../ground/dates.ts';
import type { NotApplied, PlannedUnit, Projection } from './plans.ts';

/** How a surface writes months, full-time equivalents, and numbers with their sign. */
export interface PlanWriter {
  readonly month: (month: Month) => string;
  readonly fte: (value: number) => string;
  readonly change: (value: number) => string;
}

function joined(parts: readonly Bilingual[]): Bilingual {
  return { en: parts.map(({ en }) => en).join('; '), fr: parts.map(({ fr }) => fr).join('; ') };
}

function staffText({ code, from, fte }: NotApplied['unplanned'][number], write: PlanWriter): Bilingual {
  const unit = code === '' ? '' : ` (${code})`;
  const [number, month] = [write.fte(fte), write.month(from)];
  return { en: `${number} FTE from ${month}${unit}`, fr: `${number} ETP dès ${month}${unit}` };
}

function passedParts({ lines, step, agreementEnds }: NotApplied['passed'], write: PlanWriter): readonly Bilingual[] {
  const parts = lines.map((line) => staffText(line, write));
  if (step !== null) {
    const [percent, month] = [write.change(Math.round(step.share * 100)), write.month(step.from)];
    parts.push({ en: `inflow ${percent}% from ${month}`, fr: `entrées ${percent}\u00a0% dès ${month}` });
  }
  if (agreementEnds !== null) {
    const month = write.month(agreementEnds);
    parts.push({ en: `end of the agreement, ${month}`, fr: `fin de l’entente, ${month}` });
  }
  return parts;
}

/** What of a plan is not applied, and why: a sentence for each reason. */
export function notAppliedTexts({ passed, unplanned }: NotApplied, write: PlanWriter): readonly Bilingual[] {
  const before = joined(passedParts(passed, write));
  const without = joined(unplanned.map((line) => staffText(line, write)));
  return [
    {
      en: before.en && `Not applied, as the month has passed: ${before.en}. Change the month to plan it again.`,
      fr:
        before.fr &&
        `Non appliqué, car le mois est passé\u00a0: ${before.fr}. Changez le mois pour planifier de nouveau.`,
    },
    {
      en: without.en && `Not counted, as the unit has no plan: ${without.en}.`,
      fr: without.fr && `Non compté, car l’unité n’a pas de plan\u00a0: ${without.fr}.`,
    },
  ].filter(({ en }) => en !== '');
}

/** The same of the plan and of those compared with it, by their names. */
export function planNotices(
  { notApplied, compared }: Pick<Projection, 'notApplied' | 'compared'>,
  write: PlanWriter,
): readonly Bilingual[] {
  const others = compared.flatMap(({ name, notApplied: own }) =>
    notAppliedTexts(own, write).map(({ en, fr }) => ({ en: `${name}: ${en}`, fr: `${name}\u00a0: ${fr}` })),
  );
  return [...notAppliedTexts(notApplied, write), ...others];
}

type Units = readonly Pick<PlannedUnit, 'code' | 'asOf'>[];

/** The month up to which some unit's backlog is known: those of a page may all be behind others. */
export function lastActualMonth(units: Units, lastMonth: Month): Month {
  return units
    .map(({ asOf }) => asOf)
    .reduce((latest, each) => (each > latest ? each : latest), units[0]?.asOf ?? lastMonth);
}

/** The units of which the last month with a known backlog and staff is before that of the others, by that month. */
export function behindTexts(
  { units, lastMonth }: { readonly units: Units; readonly lastMonth: Month },
  { month }: Pick<PlanWriter, 'month'>,
): readonly Bilingual[] {
  const older = units.filter(({ asOf }) => asOf < lastMonth);
  const months = [...new Set(older.map(({ asOf }) => asOf))].sort();
  return months.map((each) => {
    const codes = older.flatMap(({ asOf, code }) => (asOf === each ? [code] : [])).join(', ');
    const when = month(each);
    return {
      en: `Backlog and staff of ${codes} known up to ${when}.`,
      fr: `Arriéré et personnel de ${codes} connus jusqu’en ${when}.`,
    };
  });
}
