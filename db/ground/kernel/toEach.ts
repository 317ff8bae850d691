import { StoreFailure } from './failure.ts';

/** Does something to each of a list of the input; where some refuse, none is changed and all that do are named by their places. */
export async function toEach<T, R>(
  list: string,
  items: readonly T[],
  act: (item: T, place: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  const refused: { place: number; failure: StoreFailure }[] = [];
  for (const [place, item] of items.entries()) {
    try {
      done.push(await act(item, place));
    } catch (error) {
      if (!(error instanceof StoreFailure) || error.code === 'not_found') throw error;
      refused.push({ place, failure: error });
    }
  }
  const [first] = refused;
  if (first === undefined) return done;
  const { code, reason, fields = [] } = first.failure;
  const places = refused.map(({ place, failure }) => ({
    path: `${list}.${String(place)}`,
    code: failure.reason ?? failure.code,
  }));
  throw new StoreFailure(code, reason, [...fields, ...places]);
}
