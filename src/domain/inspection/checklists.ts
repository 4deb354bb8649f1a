import caseFiles from '#resources/checklists/case-files.json';
import criminalLink from '#resources/checklists/criminal-link.json';
import discretion from '#resources/checklists/discretion.json';
import enterprise from '#resources/checklists/enterprise.json';
import qualification from '#resources/checklists/qualification.json';
import randomCheck from '#resources/checklists/random-check.json';
import threeSystems from '#resources/checklists/three-systems.json';
import { checklist, type Checklist } from './checklist';

const files: readonly unknown[] = [
  threeSystems,
  qualification,
  discretion,
  randomCheck,
  criminalLink,
  enterprise,
  caseFiles,
];

let read: readonly Checklist[] | null = null;

/** The check lists as shipped, in the order in which they are offered. Read once, when somebody asks. */
export function shippedChecklists(): readonly Checklist[] {
  read ??= files.map((file) => checklist.parse(file));
  return read;
}
