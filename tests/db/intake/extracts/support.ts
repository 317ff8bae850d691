import type { Difference, ExtractKind } from '#contract/intake/extracts';
import type { Input } from '#contract/index';
import type { TestStore } from '../../../support/store.ts';
import { grantOf, newJob, writeFile } from '../imports/support.ts';

export const header = 'Occurrence number,Opened,Closed';

/** The methods of extracts as an officer meets them, on the store of the test that runs. */
export function extractsOf(store: () => TestStore) {
  async function preview(kind: ExtractKind, ...lines: readonly string[]) {
    const file = grantOf(store(), writeFile(store(), `${lines.join('\n')}\n`, 'extract.csv'));
    const { reading, suggested } = await store().call('extracts.inspect', { kind, file });
    return store().call('extracts.preview', { kind, file, reading, mapping: suggested, jobId: newJob() });
  }

  const apply = (previewId: string, choice: Partial<Input<'extracts.apply'>> = {}) =>
    store().call('extracts.apply', { previewId, take: ['new', 'changed'], except: [], jobId: newJob(), ...choice });

  async function extract(kind: ExtractKind, ...lines: readonly string[]) {
    const { previewId } = await preview(kind, ...lines);
    return apply(previewId);
  }

  async function rowsOf(previewId: string, difference: Difference) {
    return (await store().call('extracts.rows', { previewId, difference, offset: 0, size: 50 })).rows;
  }

  return { preview, apply, extract, rowsOf };
}
