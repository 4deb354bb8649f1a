/**
 * Turns full-width digits, Latin letters and punctuation (U+FF01-U+FF5E) and the ideographic space into their
 * half-width forms. Chinese characters and Chinese-only punctuation such as 。 and 、 stay.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** Removes invisible marks (zero-width, BOM), turns line ends into \n and trims white space at both ends. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}

/** A header or label reduced to what tells it apart: no white space, brackets, colons or notes on width. */
export function labelKey(label: string): string {
  return toHalfWidth(tidy(label))
    .replace(/\s+/g, '')
    .replace(/[()[\]{}<>《》【】〔〕"'“”‘’:：、,，.。/\\*_-]/g, '')
    .toLowerCase();
}
