import common from '#resources/rule-packs/common.json';
import guangdong from '#resources/rule-packs/guangdong-2016.json';
import guizhou from '#resources/rule-packs/guizhou-2018.json';
import jilin from '#resources/rule-packs/jilin-2021.json';
import liaoning from '#resources/rule-packs/liaoning-2010.json';
import national from '#resources/rule-packs/national-2026.json';
import shanghai from '#resources/rule-packs/shanghai-2023.json';
import sichuan from '#resources/rule-packs/sichuan-2021.json';
import { rulePackSchema, type RulePack } from './pack';

/** The rule packs as shipped, one for each code of the table rule-pack. */
export const shippedRulePacks: readonly RulePack[] = [
  national,
  jilin,
  guangdong,
  sichuan,
  shanghai,
  guizhou,
  liaoning,
].map((pack) => rulePackSchema.parse(pack));

/** What holds under every pack: national laws, and practice of other places that a bureau may follow. */
export const commonRules: RulePack = rulePackSchema.parse(common);

/**
 * The rule pack of a code.
 * @returns the national pack, which asks for every number, where the code is a bureau's own or unknown.
 */
export function rulePackOf(id: string): RulePack {
  const pack = shippedRulePacks.find((one) => one.id === id) ?? shippedRulePacks[0];
  if (!pack) throw new Error('no rule packs are shipped');
  return pack;
}
