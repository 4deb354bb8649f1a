const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in a page, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** Paper of a printed page. */
export interface Sheet {
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
}

/** What every printed page is made of: its paper, its title and its body, which is HTML already. */
export interface PageParts extends Sheet {
  readonly title: string;
  readonly body: string;
  /** False for pages that carry no page number, such as certificates. */
  readonly numbered?: boolean;
}

/**
 * A whole page without script and without inline style; everything it looks like stands in print.css, which chooses paper
 * and direction by the classes of the body.
 */
export function htmlPage(parts: PageParts): string {
  const classes = [`paper-${parts.paper.toLowerCase()}`, parts.landscape ? 'landscape' : 'portrait'];
  if (parts.numbered === false) classes.push('unnumbered');
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(parts.title)}</title>`,
    '<link rel="stylesheet" href="/print.css"></head>',
    `<body class="${classes.join(' ')}">${parts.body}</body></html>`,
  ].join('');
}
