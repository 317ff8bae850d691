import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { sha256 } from '../../../ground/kernel/signing.ts';
import { leaveAsFolder } from '../../../store/leaveWorkspace.ts';
import { getSetting } from '../../../store/settings.ts';
import type { ActionHandler } from '../../../store/types.ts';
import { ask, readQuestion, type Question } from '../question.ts';
import { unitsIn } from '../unitsIn.ts';
import { jsonFile, panelFile, specificationOf, withoutNames } from './files.ts';
import { readme } from './readme.ts';
import { capacityResult } from './result.ts';

export const replicationActions: { readonly 'counterfactual.replicate': ActionHandler<'counterfactual.replicate'> } = {
  'counterfactual.replicate': async (context, { scope, lastMonth, assumptions, folder, jobId }) => {
    const { read } = context;
    const parent = context.path(folder);
    const question = await readQuestion(read, lastMonth, assumptions, context);
    const nameless = withoutNames(question.panels, question.hash);
    const ofTotal = await unitsIn(read, scope, lastMonth, context);
    if (ofTotal.every((id) => !nameless.names.has(id))) throw new StoreFailure('conflict', 'replication_no_data');
    const given = specificationOf(question.assumptions, question.seed, nameless, ofTotal);
    const { panels } = nameless;
    // Draws follow the names of the units: the expected figures are those of the panels that leave.
    const ofNameless = (hash: string): string => sha256(`nameless ${hash}`);
    const hashes = { hash: ofNameless(question.hash), posteriorHash: ofNameless(question.posteriorHash) };
    const asked: Question = { ...question, panels, ...hashes };
    const job = context.job(jobId);
    const [estimate, checks] = await Promise.all([
      ask(read, 'estimate', asked, context, job),
      ask(read, 'crossChecks', asked, context, { ...job, progress: () => undefined }),
    ]);
    const expected = jsonFile('expected.json', capacityResult(panels, given, estimate.answer, checks.answer));
    const marking = await getSetting(read, 'marking');
    const { demonstration } = await getSetting(read, 'workspace');
    const folderName = await leaveAsFolder(context, {
      parent,
      name: `replication-${lastMonth}`,
      files: [
        panelFile(panels),
        jsonFile('specification.json', given),
        expected,
        readme({ marking, demonstration, lastMonth, units: panels.length }),
      ],
      fact: {
        subject: { kind: 'month', id: lastMonth },
        facts: { units: panels.length, sha256: sha256(expected.bytes) },
      },
    });
    return { folderName, units: panels.length };
  },
};
