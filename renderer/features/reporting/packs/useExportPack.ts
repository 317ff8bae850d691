import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import type { Failure } from '#contract/ground/errors';
import type { FileGrant } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useSaveAs } from '../../../bridge/saveAs.ts';
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

export function useExportPack(quarter: Quarter): ExportPack {
  const { workspace } = useSession();
  const { save, isPending, failure, reset } = useSaveAs('packs.export');
  const [exported, setExported] = useState<Exported | null>(null);
  const forget = () => {
    setExported(null);
    reset();
  };
  const run = () => {
    setExported(null);
    const years = `${String(quarter.fiscalYear)}-${String(quarter.fiscalYear + 1).slice(2)}`;
    const suggestedName = `${workspace.name} ${years} Q${String(quarter.quarter)}.vigiepack`;
    save(
      { purpose: 'pack', suggestedName },
      (file) => ({ quarter, file }),
      (written, file) => {
        setExported({ ...written, ...file });
      },
    );
  };
  return { run, isBusy: isPending, failure: failure ?? null, exported, forget };
}
