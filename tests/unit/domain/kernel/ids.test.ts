import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdFactory } from '@/domain/kernel';

const zeros = (target: Uint8Array): Uint8Array => target.fill(0);
const ones = (target: Uint8Array): Uint8Array => target.fill(0xff);

describe('identifiers', () => {
  it('have the form of UUID version 7 with the time in front', () => {
    const newId = createIdFactory(() => 0x0192_3456_789a, zeros);
    expect(newId()).toBe('01923456-789a-7000-8000-000000000000');
    const other = createIdFactory(() => 0x0192_3456_789a, ones);
    expect(other()).toMatch(/^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sort in the order of creation, also within a millisecond and when the clock goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 300 }), (steps) => {
        let now = 1_700_000_000_000;
        const newId = createIdFactory(() => now, zeros);
        const made = steps.map((step) => {
          now += step;
          return newId();
        });
        return made.every((id, at) => at === 0 || (made[at - 1] ?? '') < id);
      }),
    );
  });

  it('stay different for 20,000 in one millisecond', () => {
    const newId = createIdFactory(() => 1_700_000_000_000, zeros);
    const made = Array.from({ length: 20_000 }, newId);
    expect(new Set(made).size).toBe(made.length);
    expect([...made].sort()).toEqual(made);
  });
});
