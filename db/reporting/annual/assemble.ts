import type { FiscalQuarter } from '#contract/ground/dates';
import { quartersAsked, type AnnualContent, type AnnualQuarter, type AnnualText } from '#contract/reporting/annual';
import { missingIn } from '#contract/reporting/returnTexts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { getSetting } from '../../store/settings.ts';
import type { Context } from '../../store/types.ts';
import { drawsOf } from '../returns/release/draws.ts';
import { estimateFigures } from '../returns/summary/estimate.ts';
import { agreementOf } from './agreement.ts';
import { gbaGroups } from './gba.ts';
import { amendmentsIn, indicatorsOf, notDueOf, pillarsIn, readQuarters, totalIn, type OfQuarter } from './quarters.ts';
import { findingOf, otherSources } from './sources.ts';
import { annualTexts, type Year } from './texts.ts';

/** A stock of the year's last day, as the backlog is: where that quarter is missing there is none. */
function estimateOf(quarters: readonly OfQuarter[]): AnnualContent['estimate'] {
  const last = quarters.find(({ quarter }) => quarter === 4);
  const found = last?.snapshot ? estimateFigures(last.snapshot.content) : null;
  return last && found ? { quarter: last.quarter, ...found } : null;
}

function quarterOf(
  { quarter, snapshot }: OfQuarter,
  notDue: AnnualQuarter['notDue'],
  texts: readonly AnnualText[],
): AnnualQuarter {
  const written = texts.find((each) => each.kind === 'missing_quarter' && each.quarter === quarter)?.text ?? null;
  const reason = notDue === null ? written : null;
  if (!snapshot) return { quarter, locked: null, frameworkVersion: null, units: 0, notReceived: [], notDue, reason };
  const { locked, content } = snapshot;
  const { sequence, contentHash, lockedAt } = locked;
  return {
    quarter,
    locked: { sequence, contentHash, lockedAt },
    frameworkVersion: content.framework.version,
    units: content.units.length,
    notReceived: content.notReceived.map(({ unitCode }) => unitCode),
    notDue,
    // A return that came after all needs no reason.
    reason: null,
  };
}

/** The year as its locked returns tell it; `supersedes` is the version locked before. */
export async function assembleAnnual(
  db: ReadDb,
  year: Year,
  { session, clock }: Pick<Context, 'session' | 'clock'>,
  supersedes: AnnualContent['supersedes'],
): Promise<AnnualContent> {
  const { agreementId, fiscalYear } = year;
  const texts = await annualTexts(db, year);
  const quarters = await readQuarters(db, year);
  const agreement = await agreementOf(db, agreementId);
  const rows = quarters.map((each) => {
    const notDue = notDueOf({ fiscalYear, quarter: each.quarter }, agreement, clock.certainDay());
    return quarterOf(each, notDue, texts);
  });
  const asked = quartersAsked({ quarters: rows });
  const indicators = indicatorsOf(quarters, asked);
  const draw = drawsOf(await getSetting(db, 'signingKey'), 'suppression');
  return {
    schemaVersion: '1',
    agreement,
    fiscalYear,
    marking: await getSetting(db, 'marking'),
    demonstration: session.workspace.demonstration,
    quarters: rows,
    indicators,
    notes: texts.flatMap(({ kind, text }) => (kind === 'missing_quarter' ? [] : [{ kind, text }])),
    estimate: estimateOf(quarters),
    gba: gbaGroups(indicators, (code) => quarters.flatMap((each) => totalIn(each, code)), draw),
    otherSources: (await otherSources(db, year)).map(findingOf),
    ...amendmentsIn(quarters),
    ...pillarsIn(quarters),
    supersedes,
  };
}

/** Quarters that are due with neither a locked return nor a reason in every language that the agreement asks for. */
export function unexplainedIn({ quarters, agreement: { languages } }: AnnualContent): FiscalQuarter[] {
  return quarters
    .filter(({ locked, notDue, reason }) => {
      if (locked !== null || notDue !== null) return false;
      return missingIn(reason ?? { en: '', fr: '' }, languages).length > 0;
    })
    .map(({ quarter }) => quarter);
}
