import type { Failure } from '#contract/ground/errors';
import { useWrite } from '../../../bridge/queries.ts';

/** Asks where, then writes a framework or the schema of its file: a cancelled dialog does nothing. */
export function useSaveFramework(): {
  readonly save: (version: string) => void;
  readonly saveSchema: () => void;
  readonly failure: Failure | null;
} {
  const choose = useWrite('files.save');
  const write = useWrite('frameworks.export');
  const writeSchema = useWrite('frameworks.schema');
  return {
    save: (version) => {
      choose.mutate(
        { purpose: 'framework', suggestedName: `framework-${version}.json` },
        {
          onSuccess: ({ file }) => {
            if (file !== null) write.mutate({ version, file: file.grant });
          },
        },
      );
    },
    saveSchema: () => {
      choose.mutate(
        { purpose: 'framework_schema', suggestedName: 'framework.schema.json' },
        {
          onSuccess: ({ file }) => {
            if (file !== null) writeSchema.mutate({ file: file.grant });
          },
        },
      );
    },
    failure: (choose.error ?? write.error ?? writeSchema.error)?.failure ?? null,
  };
}
