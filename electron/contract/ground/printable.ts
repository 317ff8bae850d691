/** What steers a terminal or turns letters round: control characters of both sets, and the marks and overrides of direction. */
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const steeringButBreaks =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g;

export const isPrintable = (text: string): boolean => !steering.test(text);

/** The text without them; the ends of lines, and tabs, stay. */
export const printable = (text: string): string => text.replace(steeringButBreaks, '');
