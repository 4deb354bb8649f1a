import backup from '#resources/help/backup.md?raw';
import body from '#resources/help/body.md?raw';
import calendar from '#resources/help/calendar.md?raw';
import documents from '#resources/help/document.md?raw';
import kinds from '#resources/help/document-kinds.md?raw';
import draw from '#resources/help/draw.md?raw';
import findings from '#resources/help/finding.md?raw';
import imports from '#resources/help/import.md?raw';
import inspections from '#resources/help/inspection.md?raw';
import keys from '#resources/help/keys.md?raw';
import law from '#resources/help/law.md?raw';
import plan from '#resources/help/plan.md?raw';
import print from '#resources/help/print.md?raw';
import questions from '#resources/help/questions.md?raw';
import registers from '#resources/help/registers.md?raw';
import review from '#resources/help/review.md?raw';
import start from '#resources/help/start.md?raw';
import workbench from '#resources/help/workbench.md?raw';
import { readMarkup, type Block } from './markup';

/** A page of the help. */
export interface HelpTopic {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

function topic(id: string, source: string): HelpTopic {
  const title = /^# (.+)$/m.exec(source)?.[1] ?? id;
  return { id, title, blocks: readMarkup(source).filter((block) => block.kind !== 'title') };
}

/** The help, in reading order. */
export const helpTopics: readonly HelpTopic[] = [
  topic('start', start),
  topic('workbench', workbench),
  topic('registers', registers),
  topic('import', imports),
  topic('law', law),
  topic('document', documents),
  topic('document-kinds', kinds),
  topic('draw', draw),
  topic('inspection', inspections),
  topic('plan', plan),
  topic('finding', findings),
  topic('review', review),
  topic('body', body),
  topic('print', print),
  topic('calendar', calendar),
  topic('backup', backup),
  topic('keys', keys),
  topic('questions', questions),
];
