import type { Failure } from '#contract/ground/errors';
import { useSaveAs } from '../../../bridge/saveAs.ts';

/** Saves a framework, or the schema of its file. */
export function useSaveFramework(): {
  readonly save: (version: string) => void;
  readonly saveSchema: () => void;
  readonly failure: Failure | null;
} {
  const framework = useSaveAs('frameworks.export');
  const schema = useSaveAs('frameworks.schema');
  return {
    save: (version) => {
      schema.reset();
      framework.save({ purpose: 'framework', suggestedName: `framework-${version}.json` }, (file) => ({
        ...{ version, file },
      }));
    },
    saveSchema: () => {
      framework.reset();
      schema.save({ purpose: 'framework_schema', suggestedName: 'framework.schema.json' }, (file) => ({ file }));
    },
    failure: framework.failure ?? schema.failure ?? null,
  };
}
