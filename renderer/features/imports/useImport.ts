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
  const preview = useWrite('imports.preview');
  const apply = useWrite('imports.apply');
  const job = useJob();

  const startOver = () => {
    for (const step of [inspect, preview, apply]) step.reset();
    setMapping(null);
    setFile(null);
  };
  const read = (chosen: ChosenFile, reading: Partial<Reading>) => {
    preview.reset();
    apply.reset();
    inspect.mutate(
      { file: chosen.grant, ...reading },
      {
        onSuccess: (found) => {
          setMapping(found.suggested);
        },
      },
    );
  };
  return {
    file,
    mapping,
    choose,
    inspect,
    preview,
    apply,
    job,
    startOver,
    pick: () => {
      choose.mutate(
        { purpose: 'referrals' },
        {
          onSuccess: ({ file: chosen }) => {
            if (chosen === null) return;
            startOver();
            setFile(chosen);
            read(chosen, {});
          },
        },
      );
    },
    readAs: (reading: Reading) => {
      if (file !== null) read(file, reading);
    },
    map: (next: ImportMapping) => {
      preview.reset();
      setMapping(next);
    },
    check: () => {
      if (file === null || mapping === null || inspect.data === undefined) return;
      const { encoding, separator } = inspect.data;
      apply.reset();
      preview.mutate({ file: file.grant, encoding, separator, mapping, jobId: job.start() });
    },
    importNew: () => {
      if (preview.data !== undefined) apply.mutate({ previewId: preview.data.previewId, jobId: job.start() });
    },
  };
}

export type ImportFlow = ReturnType<typeof useImport>;
