import { civilDate, type CivilDate } from '#contract/ground/dates';

/** A day once it is whole; what is half typed is not one yet. */
export function civilOrNull(typed: string): CivilDate | null {
  const parsed = civilDate.safeParse(typed);
  return parsed.success ? parsed.data : null;
}
