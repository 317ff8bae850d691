import { readFileSync } from 'node:fs';

/** A step of a traced program on files, in the order in which the system saw them. */
export type Step =
  | { readonly kind: 'open'; readonly path: string; readonly isEmptied: boolean }
  | { readonly kind: 'write'; readonly path: string; readonly at: number | null; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'said'; readonly text: string };

/** What `strace` is asked for: `-y` names the file of each descriptor, `-xx` writes bytes as they are. */
export function straceOf(output: string): readonly string[] {
  const calls = 'openat,write,pwrite64,sendmsg,ftruncate,fsync,fdatasync,rename,unlink';
  return [
    'strace',
    '-f',
    '-qq',
    '-y',
    '-xx',
    '-s',
    '4000000',
    '-e',
    `trace=${calls}`,
    '-e',
    'signal=none',
    '-o',
    output,
  ];
}

const text = (hex: string): string => bytesOf(hex).toString('utf8');

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}

function stepOf(line: string): Step | null {
  const call = /^\d+ +(\w+)\((.*)$/s.exec(line);
  if (!call) return null;
  const [, name = '', rest = ''] = call;
  const file = /^\d+<((?:\\x[0-9a-f]{2})+)>/.exec(rest)?.[1];
  const quoted = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => hex);
  const path = file === undefined ? '' : text(file);
  switch (name) {
    case 'openat':
      // One that is opened to be read, or a folder, is not made by it.
      if (/ = -1/.test(rest) || !rest.includes('O_CREAT')) return null;
      return { kind: 'open', path: text(quoted[0] ?? ''), isEmptied: /O_TRUNC|O_EXCL/.test(rest) };
    case 'write':
    case 'sendmsg':
      if (!path.startsWith('/')) return { kind: 'said', text: quoted.map(text).join('') };
      return { kind: 'write', path, at: null, bytes: bytesOf(quoted[0] ?? '') };
    case 'pwrite64':
      return {
        kind: 'write',
        path,
        at: Number(/, (\d+)\)? *(?:=|<)/.exec(rest)?.[1] ?? 0),
        bytes: bytesOf(quoted[0] ?? ''),
      };
    case 'ftruncate':
      return { kind: 'truncate', path, length: Number(/>, (\d+)/.exec(rest)?.[1] ?? 0) };
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', path };
    case 'rename':
      return { kind: 'rename', path: text(quoted[0] ?? ''), to: text(quoted[1] ?? '') };
    case 'unlink':
      return { kind: 'unlink', path: text(quoted[0] ?? '') };
    default:
      return null;
  }
}

export function readTrace(output: string): readonly Step[] {
  return readFileSync(output, 'utf8')
    .split('\n')
    .map(stepOf)
    .filter((step) => step !== null);
}
