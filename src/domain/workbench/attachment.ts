import { defineLedger, field, type ValuesOf } from '../kernel';

/** Files that belong to a record. The bytes stand in a store of their own under their SHA-256. */
export const attachment = defineLedger({
  id: 'attachment',
  noun: '附件',
  title: '附件目录',
  purpose: '各条记录所附的文件。',
  internal: true,
  fields: {
    ownerLedger: field.text({ label: '所属登记簿', required: true }),
    ownerId: field.text({ label: '所属记录', required: true, indexed: true }),
    name: field.text({ label: '文件名', required: true }),
    mediaType: field.text({ label: '文件类型', required: true }),
    size: field.integer({ label: '大小（字节）', required: true, min: 0 }),
    sha256: field.text({ label: '摘要', required: true, indexed: true }),
  },
  titleFields: ['name'],
  naturalKeys: [],
});

/** Values of an attachment's description. */
export type AttachmentValues = ValuesOf<typeof attachment>;
