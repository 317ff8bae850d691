import { useState } from 'react';

/** Those of several files that an act is still about, and how to leave some of them out. */
export function useKept<Row extends { readonly id: string }>(files: readonly Row[]) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const leaveOut = (ids: readonly string[]) => {
    setLeft((before) => [...before, ...ids]);
  };
  return [files.filter(({ id }) => !left.includes(id)), leaveOut] as const;
}
