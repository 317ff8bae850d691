import { z } from 'zod';
import { byInvestigation } from '../ground/access.ts';
import { line, version } from '../ground/common.ts';
import { civilDate } from '../ground/dates.ts';
import { read, write } from '../ground/define.ts';
import { investigationId, taskId, userId } from '../ground/ids.ts';

const facts = z.object({ what: line(200), owner: userId.nullable(), dueOn: civilDate.nullable() });

export const taskRow = facts.extend({
  id: taskId,
  version,
  addedOn: civilDate,
  doneOn: civilDate.nullable(),
});
export type TaskRow = z.infer<typeof taskRow>;

export const taskMethods = {
  'tasks.list': read(z.object({ investigationId }), z.object({ tasks: z.array(taskRow) }), {
    ...byInvestigation,
    audited: 'part',
  }),
  'tasks.add': write(facts.extend({ investigationId }), z.object({ id: taskId }), {
    ...byInvestigation,
    touches: ['fileWork'],
  }),
  /** Changes what is to be done, or says on what day it was; null takes that back. */
  'tasks.change': write(
    facts.extend({ investigationId, taskId, version, doneOn: civilDate.nullable() }),
    z.object({ version }),
    { ...byInvestigation, touches: ['fileWork'] },
  ),
};
