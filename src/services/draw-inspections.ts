import type { Inspection } from '@/domain/inspection';
import { err, type Values } from '@/domain/kernel';
import type { DocumentAnswer } from './documents';
import { resultLines, type OpenedDraw } from './draws';
import { createInspections, type InspectionInput, type InspectionRow } from './inspections';
import type { Workbench } from './workbench';

const registerNames = { 'supervision-staff': '', 'lay-supervisor': '行政执法监督员', expert: '专家' } as const;

/** What is asked for before a draw becomes inspections. */
export type DrawnInspection = Pick<Inspection, 'title' | 'mode' | 'method' | 'content' | 'plannedOn' | 'task'>;

/** Plans one inspection for every drawn object, with the drawn people as its team; one commit, and only once. */
export async function inspectDrawn(
  bench: Workbench,
  opened: OpenedDraw,
  values: Values,
): Promise<DocumentAnswer<readonly InspectionRow[]>> {
  const { row, lists, result, inspections } = opened;
  if (row.values.status !== 'drawn' || lists === null || result === null) {
    return err([{ field: null, message: '还没有抽取结果，不能安排检查' }]);
  }
  if (inspections.length > 0) return err([{ field: null, message: '这次抽取已安排了检查，请在监督检查中办理' }]);
  const asked = values as unknown as DrawnInspection;
  if (asked.title === null || asked.mode === null) {
    return err(asked.title === null ? [{ field: 'title', message: '请填写“检查名称”' }] : modeMissing);
  }
  const inputs = resultLines(lists, result).flatMap(({ object, inspectors }): readonly InspectionInput[] => {
    if (!object?.entity) return [];
    const team = inspectors.filter(({ register }) => register === 'supervision-staff').map(({ id }) => id);
    const others = inspectors
      .filter(({ register }) => register !== 'supervision-staff')
      .map(({ name, register }) => `${name}（${registerNames[register]}）`);
    const drawn = lists.source === 'enforcement-entity' ? null : `抽中的检查对象：${object.name}`;
    const content = [drawn, asked.content].filter((one) => one !== null).join('\n');
    return [
      {
        ...asked,
        content: content === '' ? null : content,
        entity: object.entity,
        draw: row.id,
        leader: team[0] ?? null,
        team: team.length > 0 ? team : null,
        teamOthers: others.length > 0 ? others.join('、') : null,
      },
    ];
  });
  return createInspections(bench, inputs);
}

const modeMissing = [{ field: 'mode', message: '请选择“监督方式”' }] as const;
