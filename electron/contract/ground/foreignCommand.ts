import { foreignLimits } from './foreign.ts';

interface Reader {
  readonly node: string;
  readonly script: string;
  /** The folder that holds all of its code: the only one that it may read. */
  readonly within: string;
  readonly platform: string;
}

/** In KiB, for the system to refuse what is asked for in one piece before the reader sees it itself; V8 reserves more than it takes. */
const systemMemory = 2 * 1024 * 1024;

/**
 * How a Node is started that reads files of someone else's: it may read its own code and nothing else, write nothing, start nothing and
 * load no native code. Linux caps its memory too, and lets it leave no file and no dump.
 */
export function readerCommand({ node, script, within, platform }: Reader): {
  readonly file: string;
  readonly args: string[];
} {
  const args = [
    `--max-old-space-size=${foreignLimits.heap}`,
    `--max-semi-space-size=${foreignLimits.youngHeap / 4}`,
    '--permission',
    '--allow-worker',
    `--allow-fs-read=${within}/*`,
    '--disable-warning=PERM0006',
    script,
  ];
  if (platform !== 'linux') return { file: node, args };
  const limits = `ulimit -c 0; ulimit -f 0; ulimit -d ${systemMemory}; exec "$0" "$@"`;
  return { file: '/bin/sh', args: ['-c', limits, node, ...args] };
}
