import { useState } from 'react';
import type { ImportMapping } from '#contract/intake/imports';
import type { Output } from '#contract/index';
import type { Reading } from '#contract/documents/tables';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useChosenFile, type ChosenFile } from '../../../bridge/chosenFile.ts';

export type Inspection = Output<'imports.inspect'>;

/** One file on its way in: chosen, mapped, checked, imported. A change of an earlier step takes the later ones back. */
export function useImport() {
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const inspect = useWrite('imports.inspect');
  const long = useCheckAndImport();
  const read = (file: ChosenFile, reading?: Reading) => {
    long.forget();
    const onSuccess = (found: Inspection) => {
      setMapping(found.suggested);
    };
    inspect.mutate({ file: file.grant, ...(reading && { reading }) }, { onSuccess });
  };
  const chosen = useChosenFile('referrals', (file) => {
    inspect.reset();
    setMapping(null);
    read(file);
  });
  const { file } = chosen;
  return {
    chosen,
    mapping,
    inspect,
    ...long,
    startOver: () => {
      inspect.reset();
      long.forget();
      setMapping(null);
      chosen.forget();
    },
    readAs: (reading: Reading) => {
      if (file !== null) read(file, reading);
    },
    map: (next: ImportMapping) => {
      long.forget();
      setMapping(next);
    },
    check: () => {
      if (file !== null && mapping !== null && inspect.data !== undefined)
        long.checkAll(file, inspect.data.reading, mapping);
    },
  };
}

/** The two long calls; their progress is one job's after the other. */
function useCheckAndImport() {
  const preview = useWrite('imports.preview');
  const apply = useWrite('imports.apply');
  const job = useJob();
  return {
    preview,
    apply,
    job,
    forget: () => {
      preview.reset();
      apply.reset();
    },
    checkAll: (file: ChosenFile, reading: Reading, mapping: ImportMapping) => {
      apply.reset();
      preview.mutate({ file: file.grant, reading, mapping, jobId: job.start() });
    },
    importNew: () => {
      if (preview.data !== undefined) apply.mutate({ previewId: preview.data.previewId, jobId: job.start() });
    },
  };
}

export type ImportFlow = ReturnType<typeof useImport>;
