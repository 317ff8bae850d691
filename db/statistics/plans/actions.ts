import { eq } from 'drizzle-orm';
import type { ParsedInput } from '#contract/index';
import { languages, type Language } from '../../documents/page/language.ts';
import { printerOf } from '../../documents/page/print.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { agreement } from '../../ground/schema/coordination/agreements.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import { getSetting } from '../../store/settings.ts';
import type { ActionHandler } from '../../store/types.ts';
import { unitsIn } from '../estimate/unitsIn.ts';
import { annexPage } from './annex/document.ts';
import { backtestOf } from './backtest.ts';
import { projectPlan } from './projectPlan.ts';

type Scope = ParsedInput<'plans.print'>['scope'];

/** The unit or the agreement by its code and name, or how many units. */
async function aboutOf(db: ReadDb, scope: Scope, units: number, { say }: Language): Promise<string> {
  if ('unitId' in scope) {
    const [found] = await db.select().from(unit).where(eq(unit.id, scope.unitId));
    return found ? `${found.code} - ${say({ en: found.nameEn, fr: found.nameFr })}` : '';
  }
  if ('agreementId' in scope) {
    const [found] = await db.select().from(agreement).where(eq(agreement.id, scope.agreementId));
    return found ? `${found.code} - ${say({ en: found.recipientEn, fr: found.recipientFr })}` : '';
  }
  return say({ en: `Units: ${units}`, fr: `Unités : ${units}` });
}

export const planActions: { readonly 'plans.print': ActionHandler<'plans.print'> } = {
  'plans.print': async (context, { file, locale, ...question }) => {
    const print = printerOf(context.print);
    const path = context.path(file);
    const { read, clock, session } = context;
    const language = languages[locale];
    const projection = await projectPlan(read, question, context);
    const unitIds = await unitsIn(read, question.scope, question.lastMonth, context);
    const backtest = await backtestOf(read, unitIds, question, context);
    const page = annexPage({
      language,
      marking: await getSetting(read, 'marking'),
      demonstration: session.workspace.demonstration,
      about: await aboutOf(read, question.scope, unitIds.length, language),
      today: clock.today(),
      plan: projection.applied,
      projection,
      backtest,
    });
    const bytes = await print(page, clock.now());
    const facts = { locale, units: projection.units.length, inputs: projection.inputsHash, sha256: sha256(bytes) };
    await leaveWorkspace(context, { path, bytes, fact: { facts } });
    return {};
  },
};
