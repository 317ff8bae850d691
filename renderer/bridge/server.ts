import { useRead } from './queries.ts';

/** Of the open workspace: the hosts of the server on which it lives; null in a folder, undefined until that is known. */
export function useServer(): string | null | undefined {
  const { data } = useRead('app.workspace', {}, { frozen: true });
  return data === undefined ? undefined : (data.workspace?.server ?? null);
}
