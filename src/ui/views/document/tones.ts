import type { Tone } from '@/ui/components/table';

/** How strongly the states of documents are marked, everywhere alike. */
export const documentTones: Readonly<Record<string, Tone>> = {
  draft: 'still',
  review: 'waiting',
  approved: 'waiting',
  signed: 'active',
  sealed: 'active',
  served: 'done',
  objected: 'waiting',
  archived: 'done',
  void: 'wrong',
  recorded: 'still',
};

/** How strongly the outcomes of service are marked. */
export const serviceTones: Readonly<Record<string, Tone>> = {
  received: 'done',
  refused: 'waiting',
  left: 'waiting',
  deemed: 'done',
  unserved: 'wrong',
};
