/** Civil dates of a position of the register: open from and until, held from and until; null where none is noted. */
export interface PositionDates {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly filledOn: string | null;
  readonly leftOn: string | null;
}

/** In post at the end of a day: who leaves on that day is no longer. */
export const isFilled = ({ filledOn, leftOn }: PositionDates, day: string): boolean =>
  filledOn !== null && filledOn <= day && (leftOn === null || leftOn > day);

/** Open at the end of a day, whether somebody is in it or not. */
export const isOpen = ({ startsOn, endsOn }: PositionDates, day: string): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || endsOn > day);

/** Staff in post: nobody is in a position that has ended, also where it is not noted that the person left. */
export const isInPost = (position: PositionDates, day: string): boolean =>
  isOpen(position, day) && isFilled(position, day);
