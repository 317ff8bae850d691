import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { periodOf } from '#contract/ground/period';
import { csvOf } from '../../documents/report/table.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler, Context, ReadHandler } from '../../store/types.ts';
import { readAcross } from '../across/read.ts';
import { heldFrameworks, inForceOn } from '../frameworks/held.ts';
import { heldTargets } from '../frameworks/targets.ts';
import { assembleContent } from '../returns/assemble.ts';
import { readinessOf } from './readiness.ts';
import { readinessTable } from './table.ts';

interface Asked {
  readonly quarter: Quarter;
  readonly agreementId: AgreementId;
}

async function readReadiness(db: ReadDb, { quarter, agreementId }: Asked, context: Pick<Context, 'clock'>) {
  const content = await assembleContent(db, agreementId, quarter, () => Promise.resolve(null));
  const reported = new Set(content.framework.indicators.map(({ code }) => code));
  const { indicators } = inForceOn(await heldFrameworks(db), periodOf(quarter).lastDay);
  return readinessOf({
    quarter,
    definitions: indicators.filter(({ code }) => reported.has(code)),
    targets: await heldTargets(db, agreementId, quarter),
    across: await readAcross(db, { quarter, agreementId }, context),
    content,
  });
}

export const readinessReads: { readonly 'readiness.view': ReadHandler<'readiness.view'> } = {
  'readiness.view': (db, asked, context) => readReadiness(db, asked, context),
};

export const readinessActions: { readonly 'readiness.export': ActionHandler<'readiness.export'> } = {
  'readiness.export': async (context, { file, separator, ...asked }) => {
    const path = context.path(file);
    const found = await readReadiness(context.read, asked, context);
    const { bytes } = csvOf(readinessTable(found, asked.quarter), 'readiness.csv', { separator }).file;
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: {
        subject: { kind: 'agreement', id: asked.agreementId },
        facts: { quarter: periodOf(asked.quarter).id, rows: found.rows.length },
      },
    });
    return { bytes: bytes.byteLength };
  },
};
