import { sourceOf } from '../../documents/tables/dropped.ts';
import type { ActionHandler } from '../../store/types.ts';
import { tipReader } from './tipReader.ts';

/** Reads the file once; nothing of it is written, not even its name. */
const readTip: ActionHandler<'tips.read'> = (context, { file, jobId }) => {
  const source = sourceOf(context, file);
  return source.readers.first(tipReader, source, null, { job: context.job(jobId) });
};

export const tipActions = { 'tips.read': readTip };
