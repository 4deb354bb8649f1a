/** A column as the table draws it. */
export interface TableColumn {
  readonly name: string;
  readonly label: string;
  /** In Chinese characters. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  readonly sortable: boolean;
  /** Names the record: its cells are links, and stand by the marks. */
  readonly naming?: boolean;
}

/** How strongly a state is marked: still, under way, waiting for somebody, done, or wrong. */
export type Tone = 'still' | 'active' | 'waiting' | 'done' | 'wrong';

/** A row as the table draws it: one text a column. */
export interface TableRow {
  readonly id: string;
  /** Names the row for those who hear the table. */
  readonly title: string;
  readonly cells: readonly string[];
  /** Small marks behind the name, such as 示例. */
  readonly marks?: readonly string[];
  /** Cells drawn as a tag, by their place. */
  readonly tones?: Readonly<Record<number, Tone>>;
}
