import type { Component } from 'vue';

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
  readonly panels?: readonly RegisterPanel[];
}
