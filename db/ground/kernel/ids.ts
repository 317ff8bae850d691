import { uuidv7 } from 'uuidv7';

/** Makes the ids of rows: time-ordered, so that new rows stand together in the file. */
export type NewId = () => string;

export const systemIds: NewId = () => uuidv7();
