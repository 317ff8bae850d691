/** A UUID as four whole numbers of 32 bits: a quarter of the room of its text. */
export function packId(id: string): readonly number[] {
  const hex = id.replaceAll('-', '');
  return [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16) | 0);
}

export function unpackId(parts: Int32Array): string {
  const hex = [...parts].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
