/** How every table of the product writes a figure that is not available: a blank would read as zero. */
export const notAvailable = '..';
