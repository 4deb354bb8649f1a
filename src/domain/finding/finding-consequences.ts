import type { OfficialDocument } from '../document';
import type { EnforcementEntity } from '../entity';
import { err, ok, type Consequences, type FieldProblem, type RecordFinder } from '../kernel';
import type { DeadlineExtensionRecord } from './deadline-extension';
import { dueOf } from './finding-due';
import { underWay } from './finding-states';
import { unfinishedText } from './measure-text';
import type { RectificationMeasure } from './rectification-measure';
import { hasArrived } from './standing';
import type { Verification } from './verification';
import { documentFits, isVertical, onlyTell, tellsSuperior } from './vertical';

/** What of a finding bears on the records around it. */
interface Around {
  readonly status: string;
  readonly entity: string;
  readonly document: string | null;
  readonly dueOn: string | null;
  readonly submittedOn: string | null;
  readonly verifiedOn: string | null;
  readonly closedOn: string | null;
  readonly closedBy: string | null;
}

interface Step {
  readonly id: string;
  readonly before: Around | null;
  readonly after: Around;
  readonly find: RecordFinder;
}

type Judge = (step: Step) => FieldProblem | null;

function documentOf({ after, find }: Step): OfficialDocument | null {
  if (after.document === null) return null;
  return (find.byId('official-document', after.document)?.values ?? null) as OfficialDocument | null;
}

function rowsOf<V>({ id, find }: Step, ledger: string): readonly V[] {
  return find.referring(ledger, 'finding', id).map((row) => row.values as V);
}

function entering({ before, after }: Step, state: string): boolean {
  return after.status === state && before?.status !== state;
}

/** Who is directed by a document, and who only through the superior department. */
const rightPath: Judge = (step) => {
  const body = (step.find.byId('enforcement-entity', step.after.entity)?.values ?? null) as EnforcementEntity | null;
  if (!body) return null;
  const document = documentOf(step);
  const isNew = step.after.document !== (step.before?.document ?? null);
  const misfit = document && isNew ? documentFits(body, document) : null;
  if (misfit) return misfit;
  const directed = entering(step, 'rectifying') || entering(step, 'issued');
  if (directed && isVertical(body)) return { field: 'status', message: onlyTell(body) };
  if (!document || !(entering(step, 'issued') || entering(step, 'informed'))) return null;
  if (!hasArrived(document)) {
    return { field: 'document', message: '文书还没有送达；在文书中登记送达后，问题会自动转入下一环节' };
  }
  if (entering(step, 'informed') === tellsSuperior(document)) return null;
  const message = tellsSuperior(document)
    ? '告知上级主管部门函不是交办文书，请办理“告知上级主管部门”'
    : '这份文书不是告知上级主管部门函，请另行拟制';
  return { field: 'document', message };
};

/** Nothing is closed while measures are unfinished; the refusal names them. */
const allFinished: Judge = (step) => {
  if (!entering(step, 'closed')) return null;
  const open = rowsOf<RectificationMeasure>(step, 'rectification-measure').filter((one) => one.doneOn === null);
  return open.length === 0 ? null : { field: null, message: unfinishedText(open) };
};

/** 核验通过 rests on a verification that passed. */
const reallyVerified: Judge = (step) => {
  if (!entering(step, 'verified')) return null;
  const passed = rowsOf<Verification>(step, 'verification').some(
    (one) => one.result === 'passed' && one.verifiedOn === step.after.verifiedOn,
  );
  return passed ? null : { field: 'verifiedOn', message: '还没有核验通过的记录，请先登记核验' };
};

/** A deadline that a document set moves by the document's service or by an approved extension, and by nothing else. */
const dueByRule: Judge = (step) => {
  const { before, after } = step;
  const document = documentOf(step);
  if (!before || !document || before.dueOn === after.dueOn || after.status === 'open') return null;
  if (document.dueOn === null || !hasArrived(document)) return null;
  const extensions = rowsOf<DeadlineExtensionRecord>(step, 'deadline-extension');
  if (dueOf(document, extensions, false).dueOn === after.dueOn) return null;
  return { field: 'dueOn', message: '整改期限由文书的送达决定，不能直接改；需要延长的，请办理延期审批' };
};

const givenOut: readonly string[] = [...underWay, 'informed', 'transferred'];

/** What was given out by a document is taken back with the document, not by itself. */
const takenBack: Judge = ({ before, after, find }) => {
  if (!before || !givenOut.includes(before.status) || !['open', 'issued'].includes(after.status)) return null;
  if (before.status === after.status) return null;
  const document = before.document === null ? null : find.byId('official-document', before.document)?.values;
  if (!document || document['status'] === 'void') return null;
  return {
    field: 'status',
    message: '交办文书仍然有效，问题不能退回；文书有误的，请在文书中办理“作废”，问题会随之退回',
  };
};

const settledFields = ['document', 'dueOn', 'submittedOn', 'verifiedOn', 'closedOn', 'closedBy'] as const;

/** What was closed stays as it was closed; it can only be opened anew. */
const staysClosed: Judge = ({ before, after }) => {
  if (before?.status !== 'closed' || after.status !== 'closed') return null;
  const field = settledFields.find((name) => before[name] !== after[name]);
  return field === undefined ? null : { field, message: '这个问题已销号，不能再改；问题反弹的，请办理“重新挂号”' };
};

const judges: readonly Judge[] = [rightPath, allFinished, reallyVerified, dueByRule, takenBack, staysClosed];

/**
 * What a step of a finding depends on in the records around it, whichever way the step comes in: by the window, in a
 * batch, or by an import. History that is recorded afterwards is taken as it is.
 */
export const findingConsequences: Consequences<Around> = {
  ledgers: ['enforcement-entity', 'official-document', 'rectification-measure', 'deadline-extension', 'verification'],
  of: ({ id, before, after }, find) => {
    if (after === null || after.status === 'recorded') return ok([]);
    for (const judge of judges) {
      const problem = judge({ id, before, after, find });
      if (problem) return err([problem]);
    }
    return ok([]);
  },
};
