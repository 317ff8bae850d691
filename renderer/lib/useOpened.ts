import { useMemo, useState } from 'react';

/** What a dialog is open about, null while it is closed; Mantine's `useDisclosure` where there is nothing to say. */
export function useOpened<T extends object | string>() {
  const [opened, setOpened] = useState<T | null>(null);
  const actions = useMemo(() => {
    const open = (about: T): void => {
      setOpened(about);
    };
    const close = (): void => {
      setOpened(null);
    };
    return {
      open,
      close,
      opener: (about: T) => () => {
        open(about);
      },
    };
  }, []);
  return [opened, actions] as const;
}
