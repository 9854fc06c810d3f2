/** With what the text of each cover sheet's code begins. */
export const coverCodePrefix = 'HG1.';

/** Stands for a QR code that was seen and could not be read: it may have been a cover sheet's. */
export const damagedCode = `${coverCodePrefix}?`;
