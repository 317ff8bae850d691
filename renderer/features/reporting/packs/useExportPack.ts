import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useSession } from '../../../bridge/session.ts';

interface Exported extends Output<'packs.export'> {
  readonly grant: FileGrant;
  readonly name: string;
}

interface ExportPack {
  readonly run: () => void;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly exported: Exported | null;
  readonly forget: () => void;
}

/** Asks where, then writes: a cancelled dialog does nothing. */
export function useExportPack(quarter: Quarter): ExportPack {
  const { workspace } = useSession();
  const save = useWrite('files.save');
  const write = useWrite('packs.export');
  const [exported, setExported] = useState<Exported | null>(null);
  const forget = () => {
    setExported(null);
    save.reset();
    write.reset();
  };
  const run = () => {
    forget();
    const years = `${String(quarter.fiscalYear)}-${String(quarter.fiscalYear + 1).slice(2)}`;
    const suggestedName = `${workspace.name} ${years} Q${String(quarter.quarter)}.vigiepack`;
    save.mutate(
      { purpose: 'pack', suggestedName },
      {
        onSuccess: ({ file }) => {
          if (file === null) return;
          write.mutate(
            { quarter, file: file.grant },
            {
              onSuccess: (result) => {
                setExported({ ...result, ...file });
              },
            },
          );
        },
      },
    );
  };
  return {
    run,
    isBusy: save.isPending || write.isPending,
    failure: (save.error ?? write.error)?.failure ?? null,
    exported,
    forget,
  };
}
