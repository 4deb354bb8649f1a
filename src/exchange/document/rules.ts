import { ImportedXmlComponent, Run } from 'docx';
import { emu } from './measures';

/** A straight ruled line, in millimetres from the page's edges or, where it says so, from the top of its paragraph. */
export interface Rule {
  readonly from: 'page' | 'paragraph';
  readonly top: number;
  readonly left: number;
  readonly width: number;
  /** Thickness. */
  readonly weight: number;
}

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** Red of letterheads and their rules. */
export const red = 'FF0000';

function anchored(rule: Rule, id: number): string {
  const middle = rule.top + rule.weight / 2;
  return (
    `<w:drawing ${spaces}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" ` +
    'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>' +
    `<wp:positionH relativeFrom="page"><wp:posOffset>${emu(rule.left)}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="${rule.from}"><wp:posOffset>${emu(middle)}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${emu(rule.width)}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${id}" name="红线${id}"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>' +
    `<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(rule.width)}" cy="0"/></a:xfrm>` +
    `<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="${emu(rule.weight)}" cap="flat"><a:solidFill>` +
    `<a:srgbClr val="${red}"/></a:solidFill><a:prstDash val="solid"/><a:round/></a:ln></wps:spPr><wps:bodyPr/>` +
    '</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
  );
}

/** A run that holds a red rule, drawn where it says and moving no text. */
export function redRule(rule: Rule, id: number): Run {
  return new Run({ children: [ImportedXmlComponent.fromXmlString(anchored(rule, id))] });
}
