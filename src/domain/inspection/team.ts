import type { DateText } from '../kernel';

/** What of a member of staff bears on a team. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly identityNumber: string | null;
  readonly certificateNo: string | null;
  readonly certificateValidUntil: DateText | null;
  /** Code of the table post-status; empty counts as on post. */
  readonly postStatus: string | null;
}

/** An officer of the inspected body, as recusal looks at it. */
export interface BodyOfficer {
  readonly name: string;
  readonly identityNumber: string | null;
}

/** The inspected body and who inspects. */
export interface TeamSetting {
  /** Day on which the team goes out, or today where none is fixed. */
  readonly day: DateText;
  readonly body: { readonly name: string; readonly officers: readonly BodyOfficer[] };
  /** Full name of the bureau. */
  readonly bureau: string;
}

/** Something to look at before the team goes out; never a reason to refuse it. */
export interface TeamAdvice {
  readonly kind: 'certificate' | 'post' | 'recusal';
  readonly message: string;
}

function certificateAdvice(member: TeamMember, day: DateText): TeamAdvice | null {
  const { name, certificateNo, certificateValidUntil } = member;
  if (certificateNo === null) {
    return { kind: 'certificate', message: `${name}没有登记监督证号：检查时要出示监督证件，请核实后补登` };
  }
  if (certificateValidUntil !== null && certificateValidUntil < day) {
    return {
      kind: 'certificate',
      message: `${name}的监督证在${certificateValidUntil}到期，检查时已经失效，请先换证或者换人`,
    };
  }
  return null;
}

function postAdvice({ name, postStatus }: TeamMember): TeamAdvice | null {
  if (postStatus === null || postStatus === 'on') return null;
  return { kind: 'post', message: `${name}登记为不在岗，请核实` };
}

function recusalAdvice({ name, identityNumber }: TeamMember, { body }: TeamSetting): TeamAdvice | null {
  const same = identityNumber !== null && body.officers.some((one) => one.identityNumber === identityNumber);
  if (same) {
    return { kind: 'recusal', message: `${name}也登记为${body.name}的执法人员，检查本单位应当回避，请换人` };
  }
  const alike = body.officers.some(
    (one) => one.name === name && (one.identityNumber === null || identityNumber === null),
  );
  if (!alike) return null;
  return { kind: 'recusal', message: `${body.name}有一名执法人员与${name}同名，请核对是不是同一人，是的应当回避` };
}

/**
 * What to look at about a team: supervision certificates that are missing or end before the inspection, people away from
 * their post, and recusal because of one's own unit (shown by identity number; people who are only named alike are to be
 * told apart by a look).
 */
export function adviseTeam(members: readonly TeamMember[], setting: TeamSetting): readonly TeamAdvice[] {
  const each = members.flatMap((member) => [
    certificateAdvice(member, setting.day),
    postAdvice(member),
    recusalAdvice(member, setting),
  ]);
  const own: TeamAdvice | null =
    setting.body.name === setting.bureau
      ? { kind: 'recusal', message: '被检查单位就是本局，本局人员应当回避，请报上级监督机构' }
      : null;
  return [own, ...each].filter((one) => one !== null);
}
