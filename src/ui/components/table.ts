/** A column as the table draws it. */
export interface TableColumn {
  readonly name: string;
  readonly label: string;
  /** In Chinese characters. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly sortable: boolean;
}

/** A row as the table draws it: one text a column. */
export interface TableRow {
  readonly id: string;
  /** Names the row for those who hear the table. */
  readonly title: string;
  readonly cells: readonly string[];
  /** Small marks behind the first cell, such as 示例. */
  readonly marks?: readonly string[];
}
