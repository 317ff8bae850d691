import { useState } from 'react';
import type { Output } from '#contract/index';
import type { ImportMapping } from '#contract/imports';
import { useJob } from '../../bridge/jobs.ts';
import { useWrite } from '../../bridge/queries.ts';

export type Inspection = Output<'imports.inspect'>;
type ChosenFile = NonNullable<Output<'files.choose'>['file']>;
type Reading = Pick<Inspection, 'encoding' | 'separator'>;

/** One file on its way in: chosen, mapped, checked, imported. A change of an earlier step takes the later ones back. */
export function useImport() {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const choose = useWrite('files.choose');
  const inspect = useWrite('imports.inspect');
  const long = useCheckAndImport();

  const startOver = () => {
    inspect.reset();
    long.forget();
    setMapping(null);
    setFile(null);
  };
  const read = (chosen: ChosenFile, reading: Partial<Reading>) => {
    long.forget();
    const onSuccess = (found: Inspection) => {
      setMapping(found.suggested);
    };
    inspect.mutate({ file: chosen.grant, ...reading }, { onSuccess });
  };
  const pick = () => {
    const onSuccess = ({ file: chosen }: Output<'files.choose'>) => {
      if (chosen === null) return;
      startOver();
      setFile(chosen);
      read(chosen, {});
    };
    choose.mutate({ purpose: 'referrals' }, { onSuccess });
  };
  return {
    file,
    mapping,
    choose,
    inspect,
    ...long,
    startOver,
    pick,
    readAs: (reading: Reading) => {
      if (file !== null) read(file, reading);
    },
    map: (next: ImportMapping) => {
      long.forget();
      setMapping(next);
    },
    check: () => {
      if (file !== null && mapping !== null && inspect.data !== undefined) long.checkAll(file, inspect.data, mapping);
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
    checkAll: (file: ChosenFile, { encoding, separator }: Reading, mapping: ImportMapping) => {
      apply.reset();
      preview.mutate({ file: file.grant, encoding, separator, mapping, jobId: job.start() });
    },
    importNew: () => {
      if (preview.data !== undefined) apply.mutate({ previewId: preview.data.previewId, jobId: job.start() });
    },
  };
}

export type ImportFlow = ReturnType<typeof useImport>;
