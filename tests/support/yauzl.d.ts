declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string;
  }
  export interface ZipFile {
    readonly on: {
      (event: 'entry', listener: (entry: Entry) => void): void;
      (event: 'end', listener: () => void): void;
      (event: 'error', listener: (error: Error) => void): void;
    };
    readonly readEntry: () => void;
    readonly openReadStream: (
      entry: Entry,
      done: (error: Error | null, stream: AsyncIterable<Uint8Array>) => void,
    ) => void;
  }
  export function fromBuffer(
    bytes: Buffer,
    options: { readonly lazyEntries: boolean },
    done: (error: Error | null, archive: ZipFile) => void,
  ): void;
}
