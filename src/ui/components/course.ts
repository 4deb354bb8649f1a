/** A step of a record's life as a page shows it. */
export interface CourseStep {
  readonly title: string;
  readonly standing: 'done' | 'now' | 'ahead';
  /** Who and when: 王敏 3月5日. */
  readonly facts: string;
}
