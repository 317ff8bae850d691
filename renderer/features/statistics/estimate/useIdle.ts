import { useEffect, useState } from 'react';

/** True once the page has shown the same thing for that long: a calculation that starts by itself waits for it. */
export function useIdle(shown: string, milliseconds: number): boolean {
  const [idle, setIdle] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIdle(shown);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [shown, milliseconds]);
  return idle === shown;
}
