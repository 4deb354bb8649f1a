import type { DataValue, DocumentData, DocumentKind } from '../document';
import type { Finding } from './finding';

/** What of a finding goes into a document. */
type Told = Pick<Finding, 'summary' | 'fact' | 'basis' | 'source' | 'requirement' | 'foundOn'>;

/** The findings of one body that a document is about. */
export interface DocumentFindings {
  readonly findings: readonly Told[];
  /** Full name of the body. */
  readonly body: string;
  /** Why the document is issued, where it is an escalation. */
  readonly reason?: string;
}

/** How a document says what a finding came from, by the code of its source; the first that a kind offers is taken. */
const sourceWords: Readonly<Record<string, readonly string[]>> = {
  inspection: ['监督检查发现', '监督检查'],
  'file-review': ['案卷评查'],
  complaint: ['投诉举报核查', '投诉举报'],
  hotline: ['12345热线', '12345热线核查'],
  reconsideration: ['行政复议、行政诉讼', '复议诉讼反映问题核查'],
  lawsuit: ['行政复议、行政诉讼', '复议诉讼反映问题核查'],
  procuratorial: ['检察建议、监察建议', '检察建议、监察建议核查'],
  supervisory: ['检察建议、监察建议', '检察建议、监察建议核查'],
  media: ['媒体反映', '媒体反映核查'],
  congress: ['人大代表建议、政协提案', '人大代表建议、政协提案核查'],
  superior: ['上级交办', '上级交办核查'],
};

/** What is taken where a kind has no word for a source. */
const elsewhere = '其他工作中发现';

/** Characters shown of a fact where a finding has no summary. */
const shown = 20;

function bare(text: string): string {
  return text.trim().replace(/[。；;]+$/, '');
}

function shortName({ summary, fact }: Told): string {
  return summary ?? (fact.length > shown ? `${fact.slice(0, shown)}…` : bare(fact));
}

/** What a document about some findings is about: 未告知陈述申辩权等3个问题. */
export function subjectOf(findings: readonly Told[]): string {
  const [first] = findings;
  if (!first) return '';
  return findings.length === 1 ? shortName(first) : `${shortName(first)}等${findings.length}个问题`;
}

function numbered(texts: readonly string[]): string {
  return texts.length === 1 ? (texts[0] ?? '') : texts.map((text, at) => `${at + 1}.${text}`).join('\n');
}

function demandsOf(findings: readonly Told[]): readonly string[] {
  const lines = findings.flatMap(({ requirement }) => (requirement ?? '').split('\n'));
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
}

/**
 * The word of a kind for the source of a finding. Undefined leaves what the kind presets, which says how the bureau itself
 * supervises; for what came from elsewhere and has no word the drafter has to choose.
 */
function optionFor(field: DocumentKind['fields'][number], source: string): DataValue | undefined {
  const words = [...(sourceWords[source] ?? []), ...(source === 'inspection' ? [] : [elsewhere])];
  const word = words.find((one) => field.options.includes(one));
  return word ?? (source === 'inspection' ? undefined : null);
}

/** What the kinds of documents ask for by these names, out of the findings. */
function answers({ findings, body, reason = '' }: DocumentFindings): Readonly<Record<string, DataValue>> {
  const facts = findings.map(({ fact }) => fact.trim());
  const demands = demandsOf(findings);
  return {
    subject: subjectOf(findings),
    act: subjectOf(findings),
    unit: body,
    problems: findings.map(({ fact, basis }) => [bare(fact), bare(basis ?? '')]),
    facts,
    situation: [...(reason === '' ? [] : [reason]), numbered(facts)].join('\n'),
    summary: numbered(facts),
    cases: facts.map((fact) => [body, bare(fact)]),
    topics: facts,
    demands,
    opinions: demands,
    suggestions: demands,
    process: reason,
    discoveredOn: findings.map(({ foundOn }) => foundOn).toSorted()[0] ?? null,
  };
}

function isEmpty(value: DataValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * A draft's data with what the findings say; what they do not say stays as the kind presets it.
 * @param start what stands in a new draft of the kind.
 */
export function findingData(
  kind: Pick<DocumentKind, 'fields'>,
  start: DocumentData,
  told: DocumentFindings,
): DocumentData {
  const known = answers(told);
  const [first] = told.findings;
  const filled = kind.fields.flatMap((field): readonly (readonly [string, DataValue])[] => {
    const origin = field.name === 'found' || field.name === 'origin';
    const value = origin ? optionFor(field, first?.source ?? '') : known[field.name];
    const open = value === undefined || (isEmpty(value) && !origin);
    return open ? [] : [[field.name, value]];
  });
  return { ...start, ...Object.fromEntries(filled) };
}
