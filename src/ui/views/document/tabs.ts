import type { OpenedDocument } from '@/services/documents';

/** A part of a document's page. */
export type DocumentTab = 'text' | 'service' | 'objection' | 'reply' | 'file' | 'history';

/** The parts that a document has: service and what follows it only where it is signed. */
export function tabsOf({
  content,
  services,
  objections,
}: OpenedDocument): readonly { readonly name: DocumentTab; readonly label: string; readonly count?: number }[] {
  const frozen = content !== null && content.model !== null;
  const served = frozen && content.kind.served;
  return [
    { name: 'text', label: '正文' },
    ...(served
      ? [
          { name: 'service' as const, label: '送达', count: services.length },
          { name: 'objection' as const, label: '异议复查', count: objections.length },
        ]
      : []),
    ...(frozen ? [{ name: 'reply' as const, label: '收文' }] : []),
    { name: 'file', label: '附件' },
    { name: 'history', label: '历史' },
  ];
}
