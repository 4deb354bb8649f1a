import { Footer, Header, PageNumber, SectionType, type ISectionOptions, type Paragraph } from 'docx';
import { line } from './line';
import { area, millimetres, page, size, twips } from './measures';
import { smallLine } from './styles';
import { words } from './text';

/**
 * Distance of the footer from the page's lower edge that brings the dashes 7 mm below the type area (7.5): they stand half a
 * character above the lower edge of its square, which stands 0.12 of its size below the base line, at four fifths of the line.
 */
const footer = twips(297 - area.bottom - 7) - Math.round(smallLine.pageNumber * 0.2 + size.four * (0.5 - 0.12) * 20);

const margin = {
  top: page.top,
  right: page.right,
  bottom: page.bottom,
  left: page.left,
  header: twips(15),
  footer,
  gutter: 0,
};

function numberLine(side: 'left' | 'right'): Paragraph {
  const number = words('', undefined, { children: ['— ', PageNumber.CURRENT, ' —'] });
  return line([number], { style: 'pageNumber', align: side, [side]: millimetres(size.four) });
}

/** What is printed on every page of a section; empty parts keep it from taking those of the section before. */
interface Edges {
  readonly firstHeader?: Paragraph;
  readonly numbered: boolean;
  readonly newPage: boolean;
}

/** A section of pages with the margins of the type area; numbers on the right of odd pages and the left of even ones. */
function section(children: ISectionOptions['children'], edges: Edges): ISectionOptions {
  const { firstHeader, numbered, newPage } = edges;
  const header = (content: Paragraph = line([])): Header => new Header({ children: [content] });
  const empty = (): Paragraph => line([], { style: 'pageNumber' });
  const foot = (side: 'left' | 'right'): Footer => new Footer({ children: [numbered ? numberLine(side) : empty()] });
  return {
    properties: {
      page: { size: { width: page.width, height: page.height }, margin },
      titlePage: firstHeader !== undefined,
      ...(newPage ? { type: SectionType.NEXT_PAGE } : {}),
    },
    headers: { default: header(), even: header(), ...(firstHeader ? { first: header(firstHeader) } : {}) },
    footers: {
      default: foot('right'),
      even: foot('left'),
      ...(firstHeader ? { first: new Footer({ children: [empty()] }) } : {}),
    },
    children,
  };
}

/**
 * The document's own pages with their numbers.
 * @param firstHeader rules of a letter's first page, which has no number; none for other layouts
 */
export function numberedPages(children: ISectionOptions['children'], firstHeader: Paragraph | null): ISectionOptions {
  return section(children, { numbered: true, newPage: false, ...(firstHeader ? { firstHeader } : {}) });
}

/** Pages of their own without a number: forms that go with a document. */
export function plainPages(children: ISectionOptions['children']): ISectionOptions {
  return section(children, { numbered: false, newPage: true });
}
