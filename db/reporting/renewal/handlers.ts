import { describeFile, fileNamePart, type BuiltFile } from '../../documents/files/builtFile.ts';
import { printerOf } from '../../documents/page/print.ts';
import { reportWorkbook } from '../../documents/report/report.ts';
import { leaveAsFolder } from '../../store/leaveWorkspace.ts';
import type { ActionHandler, ReadHandler } from '../../store/types.ts';
import { assembleRenewal } from './assemble.ts';
import { printedRenewal, renewalReport, type RenewalPaper } from './report.ts';
import { planFigures, plansOf } from './plan.ts';
import { words } from './words.ts';

export const renewalReads: { readonly 'renewal.view': ReadHandler<'renewal.view'> } = {
  'renewal.view': async (db, { agreementId }, context) => ({
    ...(await assembleRenewal(db, agreementId, context)),
    plans: (await plansOf(db, agreementId)).map(({ id, name }) => ({ id, name })),
  }),
};

export const renewalActions: { readonly 'renewal.export': ActionHandler<'renewal.export'> } = {
  'renewal.export': async (context, { agreementId, folder, planId, jobId }) => {
    const parent = context.path(folder);
    const { read, clock, print } = context;
    const { content, last } = await assembleRenewal(read, agreementId, context);
    const plan = planId === null ? null : await planFigures(read, { agreementId, planId, jobId }, last, context);
    const at = clock.now();
    const title = `${content.agreement.code} ${words.title.en}`;
    const paper: RenewalPaper = { content, plan, today: clock.today() };
    const files: readonly BuiltFile[] = [
      {
        name: 'renewal-annex.xlsx',
        bytes: await reportWorkbook(renewalReport(paper), { title, heading: words.title, at }),
      },
      ...(print ? [{ name: 'renewal-annex.pdf', bytes: await printerOf(print)(printedRenewal(paper), at) }] : []),
    ];
    const returns = content.years.reduce((sum, { sources }) => sum + sources.length, 0);
    const folderName = await leaveAsFolder(context, {
      ...{ parent, name: `${fileNamePart(content.agreement.code) || 'agreement'}-renewal`, files },
      fact: { subject: { kind: 'agreement', id: agreementId }, facts: { returns, plan: planId, files: files.length } },
    });
    return { folderName, files: files.map(describeFile) };
  },
};
