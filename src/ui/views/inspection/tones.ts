import type { Tone } from '@/ui/components/table';

/** How strongly the states of inspections are marked, everywhere alike. */
export const inspectionTones: Readonly<Record<string, Tone>> = {
  planned: 'still',
  notified: 'waiting',
  onsite: 'active',
  recorded: 'active',
  closed: 'done',
  cancelled: 'wrong',
  imported: 'still',
};
