import { objectLabel, type DrawLists, type DrawObject, type DrawPerson } from './lists';

/** An object for which too few people may inspect. */
export interface Shortage {
  readonly object: string;
  readonly name: string;
  readonly eligible: number;
  readonly missing: number;
  /** Chinese sentence: who stands aside, why, and how many are missing. */
  readonly message: string;
}

/** What stands in the way of a draw. */
export interface ListProblems {
  /** Chinese sentences about the lists and numbers as a whole. */
  readonly general: readonly string[];
  readonly shortages: readonly Shortage[];
}

/** Fewest inspectors for an object: two go out, and each shows the certificate. */
const fewestInspectors = 2;

/** More than any bureau's registers hold; keeps a draw within seconds. */
const mostTickets = 50_000;

/** The people without a recusal for an object. */
export function eligibleFor(people: readonly DrawPerson[], object: string): readonly DrawPerson[] {
  return people.filter((person) => person.recusals.every((one) => one.object !== object));
}

function shortageOf(object: DrawObject, people: readonly DrawPerson[], each: number): readonly Shortage[] {
  const eligible = eligibleFor(people, object.id).length;
  if (eligible >= each) return [];
  const aside = people.flatMap((person) => {
    const recusal = person.recusals.find((one) => one.object === object.id);
    return recusal ? [`${person.name}（${recusal.reason}）`] : [];
  });
  const missing = each - eligible;
  const why = aside.length > 0 ? `；应当回避：${aside.join('、')}` : '';
  const message = `“${objectLabel(object)}”需要${each}人，名单${people.length}人中能参加的只有${eligible}人，还缺${missing}人${why}`;
  return [{ object: object.id, name: object.name, eligible, missing, message }];
}

function generalProblems({ objects, people, objectCount, inspectorsEach }: DrawLists): readonly string[] {
  const tickets = objects.reduce((sum, { weight }) => sum + weight, 0);
  const rules: readonly (readonly [boolean, string])[] = [
    [objects.length === 0, '对象名单是空的，没有可抽的对象：请先在“选对象”中勾选'],
    [people.length === 0, `人员名单是空的，每个对象缺${inspectorsEach}人：请先在“选人员”中勾选`],
    [
      inspectorsEach < fewestInspectors,
      `每个对象的检查人员不得少于${fewestInspectors}人，现在填写的是${inspectorsEach}人`,
    ],
    [
      objects.length > 0 && objectCount > objects.length,
      `要抽${objectCount}个，名单中只有${objects.length}个，还缺${objectCount - objects.length}个：请减少抽取数或者增加对象`,
    ],
    [tickets > mostTickets, `权重合计${tickets}，超过${mostTickets}：请减少对象或者降低权重`],
    [new Set(objects.map(({ id }) => id)).size < objects.length, '对象名单中有重复的对象'],
    [new Set(people.map(({ id }) => id)).size < people.length, '人员名单中有重复的人员'],
  ];
  return rules.flatMap(([wrong, message]) => (wrong ? [message] : []));
}

/**
 * Judges lists before they are frozen. Every object of the list may be drawn, so each must have enough people who may
 * inspect it; then the draw itself cannot fail.
 */
export function checkLists(lists: DrawLists): ListProblems {
  const { objects, people, inspectorsEach } = lists;
  const shortages = people.length === 0 ? [] : objects.flatMap((object) => shortageOf(object, people, inspectorsEach));
  return { general: generalProblems(lists), shortages };
}
