// The days and the places of the calendar run. What ends or begins a month, a quarter, a fiscal year or a year is where days are miscounted.

/** @typedef {{ day: string, at: string, zone: string, locale: string }} Moment a day and a time of it, where its user sits */

/** @returns {Moment} */
const inToronto = (/** @type {string} */ day, at = '09:00') => ({
  day,
  at,
  zone: 'America/Toronto',
  locale: 'C.UTF-8',
});

/** @type {readonly Moment[]} */
export const days = [
  ...['2027-11-01', '2027-11-02', '2027-11-15'].map((day) => inToronto(day)),
  ...['2028-02-28', '2028-02-29'].map((day) => inToronto(day)),
  ...['2027-03-31', '2027-04-01', '2027-06-30', '2027-07-01', '2027-12-31', '2028-01-01'].map((day) => inToronto(day)),
  // Some minutes before an hour is left out, and before one comes twice.
  inToronto('2027-03-14', '01:55'),
  inToronto('2027-11-07', '01:15'),
  inToronto('2031-08-19'),
];

/** Where the day of UTC is another one than the user's, by the hour of each. @type {readonly Moment[]} */
export const places = [
  { day: '2027-10-05', at: '21:30', zone: 'America/St_Johns', locale: 'en_CA.UTF-8' },
  { day: '2027-06-30', at: '17:30', zone: 'America/Vancouver', locale: 'fr_CA.UTF-8' },
  { day: '2027-10-05', at: '12:00', zone: 'UTC', locale: 'C' },
  { day: '2027-04-01', at: '08:30', zone: 'Asia/Tokyo', locale: 'fr_CA.UTF-8' },
];
