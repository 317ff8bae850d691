import { useState } from 'react';
import type { Failure } from '#contract/ground/errors';
import type { ExchangeRow } from '#contract/custody/deconfliction';
import { useWrite } from '../../../bridge/queries.ts';
import { useSavedFile, type SavedFile } from './useSavedFile.ts';

type Written = SavedFile & ({ readonly what: 'key' } | { readonly what: 'request'; readonly identifiers: number });

interface ExchangeFiles {
  readonly saveKey: () => void;
  readonly sendRequest: () => void;
  /** The last file that was written. */
  readonly written: Written | null;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

/** The files that an exchange sends: its key, and requests. */
export function useExchangeFiles({ id, name }: ExchangeRow): ExchangeFiles {
  const key = useWrite('exchanges.saveKey');
  const request = useWrite('exchanges.request');
  const [written, setWritten] = useState<Written | null>(null);
  const input = (file: SavedFile) => ({ exchangeId: id, file: file.grant });
  const keyFile = useSavedFile((file) => {
    key.mutate(input(file), {
      onSuccess: () => {
        setWritten({ ...file, what: 'key' });
      },
    });
  });
  const requestFile = useSavedFile((file) => {
    request.mutate(input(file), {
      onSuccess: ({ identifiers }) => {
        setWritten({ ...file, what: 'request', identifiers });
      },
    });
  });
  const afresh = (pick: () => void) => () => {
    setWritten(null);
    key.reset();
    request.reset();
    pick();
  };
  return {
    saveKey: afresh(() => {
      keyFile.pick(`${name} 1.vigieexchange`);
    }),
    sendRequest: afresh(() => {
      requestFile.pick(`${name} 2.vigieexchange`);
    }),
    written,
    isBusy: [key, request, keyFile, requestFile].some(({ isPending }) => isPending),
    failure: keyFile.failure ?? requestFile.failure ?? (key.error ?? request.error)?.failure ?? null,
  };
}
