import { useEffect, useState } from 'react';

const minute = 60_000;

/** The present, to the minute: what is due comes nearer while one looks. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, minute);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
