import { defineLedger, field, type CodeEntry, type CodeTable, type CodeTables, type ValuesOf } from '../kernel';

/** The bureau's own entries in the code tables, laid over what the application ships. */
export const codeEntry = defineLedger({
  id: 'code-entry',
  noun: '代码项',
  title: '自定义代码项',
  purpose: '各下拉选项的增补和停用。随软件提供的选项不在此列，本表同代码的项优先。',
  fields: {
    table: field.choice({ label: '代码表', required: true, table: 'code-tables', listed: true, width: 10 }),
    code: field.text({
      label: '代码',
      required: true,
      code: true,
      listed: true,
      width: 10,
      help: '存入数据的值，启用后不要改',
    }),
    label: field.text({ label: '名称', required: true, searchable: true, listed: true, width: 12 }),
    aliases: field.text({ label: '其他写法', help: '导入时识别，用顿号分开', listed: true, width: 12 }),
    retired: field.flag({ label: '停用', listed: true, width: 5 }),
    source: field.text({ label: '依据', listed: true, width: 12 }),
  },
  titleFields: ['table', 'label'],
  naturalKeys: [{ fields: ['table', 'code'], unique: true }],
  order: [{ field: 'table' }, { field: 'code' }],
});

function overlay(table: CodeTable, own: readonly CodeEntry[]): CodeTable {
  const replaced = new Map(own.map((entry) => [entry.code, entry]));
  const kept = table.entries.map((entry) => replaced.get(entry.code) ?? entry);
  const shipped = new Set(table.entries.map((entry) => entry.code));
  return { ...table, entries: [...kept, ...own.filter((entry) => !shipped.has(entry.code))] };
}

/**
 * Lays the bureau's own entries over the shipped tables: an entry with a shipped code replaces it in its place, others
 * follow at the end. The table 'code-tables' lists the tables themselves.
 */
export function codeTablesInForce(
  shipped: readonly CodeTable[],
  own: readonly ValuesOf<typeof codeEntry>[],
): CodeTables {
  const directory: CodeTable = {
    id: 'code-tables',
    title: '代码表目录',
    version: '1',
    source: '随软件提供',
    entries: shipped.map((table) => ({ code: table.id, label: table.title })),
  };
  const tables = shipped.map((table) => {
    const entries = own
      .filter((values) => values.table === table.id)
      .map((values) => ({
        code: values.code,
        label: values.label,
        aliases: values.aliases?.split('、') ?? [],
        retired: values.retired ?? false,
      }));
    return overlay(table, entries);
  });
  return Object.fromEntries([directory, ...tables].map((table) => [table.id, table]));
}
