import type { Tone } from '@/ui/components/table';

/** How strongly the states of findings are marked, everywhere alike. */
export const findingTones: Readonly<Record<string, Tone>> = {
  open: 'waiting',
  issued: 'active',
  rectifying: 'active',
  submitted: 'waiting',
  verified: 'waiting',
  closed: 'done',
  transferred: 'still',
  informed: 'active',
  unfounded: 'still',
  recorded: 'still',
};
