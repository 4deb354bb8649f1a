import { defineLedger, field, type ValuesOf } from '../kernel';
import { endsAfterStart } from './law-rules';

/** 法律法规: a law, regulation or document in one version. Its articles stand in {@link lawArticle}. */
export const lawText = defineLedger({
  id: 'law-text',
  noun: '法律法规',
  title: '法律依据库',
  purpose: '文书引用的法律、法规、规章和规范性文件，一个版本一条。导入全文后按章、条查阅，引用时带上版本。',
  fields: {
    title: field.text({
      label: '名称',
      aliases: ['法规名称', '法律法规名称', '文件名称', '标题'],
      required: true,
      searchable: true,
      indexed: true,
      listed: true,
      width: 20,
      help: '写全称，不加书名号，如：四川省行政执法监督条例',
    }),
    version: field.text({
      label: '版本',
      aliases: ['版次', '修订版本'],
      required: true,
      searchable: true,
      listed: true,
      width: 7,
      help: '能分清各版即可，如：2021年修订；没有修改过的写公布年份',
    }),
    kind: field.choice({
      label: '效力级别',
      aliases: ['效力等级', '法规类别'],
      required: true,
      table: 'law-kind',
      indexed: true,
      listed: true,
      width: 7,
    }),
    issuer: field.text({
      label: '制定机关',
      aliases: ['发布机关', '发文机关', '制定单位'],
      searchable: true,
      listed: true,
      width: 9,
    }),
    documentNo: field.text({
      label: '文号',
      aliases: ['发文字号', '公布令'],
      searchable: true,
      width: 10,
      help: '如：国务院令第310号、国办发〔2018〕118号',
    }),
    promulgatedOn: field.date({
      label: '公布日期',
      aliases: ['发布日期', '印发日期'],
      width: 7,
      help: '这一版公布、修订或修正的日期',
    }),
    effectiveOn: field.date({
      label: '施行日期',
      aliases: ['生效日期', '实施日期'],
      listed: true,
      width: 7,
    }),
    expiresOn: field.date({ label: '失效日期', aliases: ['废止日期'], width: 7, help: '仍在施行的不填' }),
    status: field.choice({
      label: '时效',
      aliases: ['时效性', '状态'],
      required: true,
      table: 'law-status',
      indexed: true,
      listed: true,
      width: 6,
    }),
    articleCount: field.integer({ label: '条数', min: 0, derived: true, listed: true, width: 4 }),
    note: field.paragraph({
      label: '题注',
      aliases: ['制定说明'],
      width: 20,
      help: '标题下括号里的通过、公布、修订情况',
    }),
    source: field.text({
      label: '来源',
      aliases: ['文本来源'],
      width: 14,
      help: '文本从哪里来，如：国家法律法规数据库下载',
    }),
    remark: field.paragraph({ label: '备注', aliases: ['说明'], width: 14 }),
  },
  titleFields: ['title', 'version'],
  naturalKeys: [{ fields: ['title', 'version'], unique: true }],
  order: [{ field: 'title' }, { field: 'promulgatedOn', descending: true }],
  rules: [endsAfterStart],
});

/** Values of a law. */
export type LawText = ValuesOf<typeof lawText>;
