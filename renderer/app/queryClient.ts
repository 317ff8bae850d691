import { QueryClient } from '@tanstack/react-query';

/** Nothing here is a network: no retries, no waiting for one, no refetch because a window came to the front. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
