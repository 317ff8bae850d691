import { useState } from 'react';
import type { ImportMapping, ValueField } from '#contract/intake/imports';
import type { Output } from '#contract/index';
import type { Reading } from '#contract/documents/tables';
import { useJob } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useChosenFile, type ChosenFile } from '../../../bridge/chosenFile.ts';
import { isToCheck, valuesFrom, type Survey } from './values.ts';

export type Inspection = Output<'imports.inspect'>;

/** One file on its way in: chosen, mapped, checked, imported. A change of an earlier step takes the later ones back. */
export function useImport() {
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const inspect = useWrite('imports.inspect');
  const long = useCheckAndImport();
  const read = (file: ChosenFile, reading?: Reading, headerRow?: number) => {
    long.forget();
    const onSuccess = (found: Inspection) => {
      setMapping(found.suggested);
    };
    const given = { ...(reading && { reading }), ...(headerRow !== undefined && { headerRow }) };
    inspect.mutate({ file: file.grant, ...given }, { onSuccess });
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
    readAs: (reading: Reading, headerRow?: number) => {
      if (file !== null) read(file, reading, headerRow);
    },
    map: (next: ImportMapping) => {
      long.forget();
      setMapping(next);
    },
    /** What one text means; the rows are checked again after it. */
    mapValue: (field: ValueField, text: string, code: string | null) => {
      if (mapping === null) return;
      long.forgetRows();
      const values = { ...mapping.values, [field]: { ...mapping.values?.[field], [text]: code } };
      setMapping({ ...mapping, values });
    },
    /** Reads the texts and the dates of the file; where they say themselves what they mean, the rows are checked at once. */
    readValues: () => {
      if (file === null || mapping === null || inspect.data === undefined) return;
      const { reading } = inspect.data;
      long.surveyAll(file, reading, mapping, (survey) => {
        const next = valuesFrom(mapping, survey);
        setMapping(next);
        if (!isToCheck(survey)) long.checkAll(file, reading, next);
      });
    },
    check: (change: Partial<ImportMapping>) => {
      if (file === null || mapping === null || inspect.data === undefined) return;
      const next = { ...mapping, ...change };
      setMapping(next);
      long.checkAll(file, inspect.data.reading, next);
    },
  };
}

/** The long calls; their progress is one job's after the other. */
function useCheckAndImport() {
  const survey = useWrite('imports.survey');
  const preview = useWrite('imports.preview');
  const apply = useWrite('imports.apply');
  const job = useJob();
  return {
    survey,
    preview,
    apply,
    job,
    forget: () => {
      survey.reset();
      preview.reset();
      apply.reset();
    },
    forgetRows: () => {
      preview.reset();
      apply.reset();
    },
    surveyAll: (file: ChosenFile, reading: Reading, mapping: ImportMapping, onRead: (survey: Survey) => void) => {
      preview.reset();
      apply.reset();
      survey.mutate({ file: file.grant, reading, mapping, jobId: job.start() }, { onSuccess: onRead });
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
