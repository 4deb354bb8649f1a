import type { Tone } from '@/ui/components/table';

/** How strongly the states of a draw are marked. */
export const drawTones: Readonly<Record<string, Tone>> = {
  prepared: 'active',
  drawn: 'done',
  void: 'wrong',
  imported: 'still',
};
