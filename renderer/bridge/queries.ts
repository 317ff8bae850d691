import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { WindowFrom } from '#contract/ground/common';
import type { Topic } from '#contract/ground/define';
import { methodNamed, type Input, type MethodName, type Output, type WriteName } from '#contract/index';
import { call, type CallError } from './bridge.ts';
import { refetchTouched } from './topics.ts';

type Askable = Exclude<MethodName, WriteName>;

interface ReadOptions {
  /** False holds the call back until its input is known. */
  readonly enabled?: boolean;
  /** Keeps the previous answer on screen while a changed input is asked. */
  readonly keepPrevious?: boolean;
  /** Never asked again by itself: for answers that a lock or a hash has frozen. */
  readonly frozen?: boolean;
}

/** `useRead('units.list', {})`: the answer, refetched after any write that touches it. */
export function useRead<M extends Askable>(
  method: M,
  input: Input<M>,
  options: ReadOptions = {},
): UseQueryResult<Output<M>, CallError> {
  return useQuery<Output<M>, CallError>({
    queryKey: [method, input],
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    staleTime: options.frozen === true ? Infinity : 0,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Lists that are read in windows from a cursor. */
type WindowName = 'referrals.list' | 'investigations.list';

/**
 * A list too long to read whole: `fetchNextPage` and `fetchPreviousPage` read the neighbouring windows; change
 * `start` for Home, End and go-to-date. At most 40 windows stay in memory.
 */
export function useReadWindow<M extends WindowName>(
  method: M,
  input: Omit<Input<M>, 'from'>,
  start: WindowFrom,
): UseInfiniteQueryResult<InfiniteData<Output<M>, WindowFrom>, CallError> {
  return useInfiniteQuery<Output<M>, CallError, InfiniteData<Output<M>, WindowFrom>, readonly unknown[], WindowFrom>({
    queryKey: [method, input, start],
    queryFn: ({ pageParam }) => call(method, { ...input, from: pageParam } as Input<M>),
    initialPageParam: start,
    getNextPageParam: (page) => (page.after === null ? undefined : { at: 'after', cursor: page.after }),
    getPreviousPageParam: (page) => (page.before === null ? undefined : { at: 'before', cursor: page.before }),
    maxPages: 40,
    placeholderData: keepPreviousData,
  });
}

/** What a method makes stale. */
export function touchesOf(method: MethodName): readonly Topic[] {
  const definition = methodNamed(method);
  return 'touches' in definition ? definition.touches : [];
}

type Send<V, O> = (asked: V) => Promise<O>;

/** What is asked again before its answer is there is sent once, also where a list has read a newer version meanwhile. */
function useSentOnce<V, O>(send: Send<V, O>): Send<V, O> {
  const sent = useRef<{ readonly content: string; readonly answer: Promise<O> } | null>(null);
  return (asked) => {
    const content = JSON.stringify(asked, (name, value: unknown) => (name === 'version' ? undefined : value));
    if (sent.current?.content === content) return sent.current.answer;
    const answer = send(asked).finally(() => {
      if (sent.current?.answer === answer) sent.current = null;
    });
    sent.current = { content, answer };
    return answer;
  };
}

/** Calls, and reads again what the method touches before the answer is given. */
async function write<M extends MethodName>(client: QueryClient, method: M, input: Input<M>): Promise<Output<M>> {
  const output = await call(method, input);
  await refetchTouched(client, touchesOf(method));
  return output;
}

/** As `useWrite`, where the method is known when it is called. */
export function useWriteOf<M extends WriteName>(): UseMutationResult<
  Output<M>,
  CallError,
  { readonly method: M; readonly input: Input<M> }
> {
  const client = useQueryClient();
  return useMutation({ mutationFn: useSentOnce(({ method, input }) => write(client, method, input)) });
}

/** `const save = useWrite('units.save'); save.mutate(input)`. What the method touches is refetched before the mutation ends. */
export function useWrite<M extends MethodName>(method: M): UseMutationResult<Output<M>, CallError, Input<M>> {
  const client = useQueryClient();
  return useMutation<Output<M>, CallError, Input<M>>({
    mutationFn: useSentOnce((input) => write(client, method, input)),
  });
}
