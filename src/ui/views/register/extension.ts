import type { Component } from 'vue';
import type { Tone } from '@/ui/components/table';

/** A part of the record page that only one register has. The component gets `row: LedgerRow` and emits 'changed'. */
export interface RegisterPanel {
  readonly title: string;
  readonly component: Component;
}

/**
 * What a register shows beside the machinery that all have. After 'changed' the page reads its data anew.
 */
export interface RegisterExtension {
  /** Above the list; no props. */
  readonly banner?: Component;
  /** In the toolbar of the list; props `query: ListQuery`, `selected: readonly string[]`; emits 'changed'. */
  readonly toolbar?: Component;
  /** At the head of the toolbar, for what is done here most; the general adding then stands behind it. No props. */
  readonly lead?: Component;
  /** Words of the general adding where it is not 新增. */
  readonly addLabel?: string;
  /** Sentence of the empty list about how records come into being; the general one without it. */
  readonly emptyText?: string;
  /** Address of a record that has a page of its own; without it, the general record page. */
  readonly open?: (id: string) => string;
  /** How strongly the codes of a field are marked in the list, by field and code. */
  readonly tones?: Readonly<Record<string, Readonly<Record<string, Tone>>>>;
  readonly panels?: readonly RegisterPanel[];
}
