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
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** Red of letterheads and their rules. */
export const red = 'FF0000';

/** The rule as a filled rectangle: the line of a shape may stand a hair aslant. */
function drawing(rule: Rule, id: number): string {
  const [width, height] = [emu(rule.width), emu(rule.weight)];
  const offset = (axis: string, from: string, mm: number): string =>
    `<wp:position${axis} relativeFrom="${from}"><wp:posOffset>${emu(mm)}</wp:posOffset></wp:position${axis}>`;
  return (
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" ' +
    `relativeHeight="${id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>` +
    `${offset('H', 'page', rule.left)}${offset('V', rule.from, rule.top)}<wp:extent cx="${width}" cy="${height}"/>` +
    `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${id}" name="红线${id}"/>` +
    '<wp:cNvGraphicFramePr/><a:graphic>' +
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>' +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="${red}"/></a:solidFill>` +
    '<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
  );
}

/** The same for programs that know only the older kind of drawing. */
function picture(rule: Rule, id: number): string {
  const from = rule.from === 'page' ? 'page' : 'text';
  const place =
    `position:absolute;margin-left:${rule.left}mm;margin-top:${rule.top.toFixed(2)}mm;width:${rule.width}mm;` +
    `height:${rule.weight}mm;z-index:-${id};mso-position-horizontal-relative:page;mso-position-vertical-relative:${from}`;
  return `<w:pict><v:rect id="rule${id}" style="${place}" fillcolor="#${red}" stroked="f"/></w:pict>`;
}

/** A run that holds a red rule, drawn where it says and moving no text. `id` is its own in the file. */
export function redRule(rule: Rule, id: number): Run {
  const xml =
    `<mc:AlternateContent ${spaces}><mc:Choice Requires="wps">${drawing(rule, id)}</mc:Choice>` +
    `<mc:Fallback>${picture(rule, id)}</mc:Fallback></mc:AlternateContent>`;
  return new Run({ children: [ImportedXmlComponent.fromXmlString(xml)] });
}
