import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Topic } from '#contract/ground/define';
import { today } from './today.ts';
import { refetchTouched } from '../bridge/topics.ts';

const minute = 60_000;

/** Reminders come with the day: at midnight every date is a day nearer. */
export function useNewDay(topic: Topic): void {
  const client = useQueryClient();
  useEffect(() => {
    let seen = today();
    const timer = setInterval(() => {
      if (today() === seen) return;
      seen = today();
      void refetchTouched(client, [topic]);
    }, minute);
    return () => {
      clearInterval(timer);
    };
  }, [client, topic]);
}
