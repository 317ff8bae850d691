import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseFile, UserId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { call, type CallError } from './bridge.ts';

/** The store forgets a desk of which it has not heard for three times as long. */
const sayAgain = 10_000;

/** Says that this desk has the file open while the caller is on the page. Who else has; asked once in a folder, where nobody can. */
export function useOthersAt(file: CaseFile): readonly UserId[] {
  const { data } = useQuery<Output<'presence.open'>, CallError>({
    queryKey: ['presence.open', file],
    queryFn: () => call('presence.open', { file }),
    refetchInterval: ({ state }) => (state.data?.others === null ? false : sayAgain),
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  useEffect(
    () => () => {
      call('presence.open', { file: null }).catch(() => undefined);
    },
    [file.kind, file.id],
  );
  return data?.others ?? [];
}
