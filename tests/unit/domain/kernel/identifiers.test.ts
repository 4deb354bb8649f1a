import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  checkDivisionCode,
  checkIdentityNumber,
  checkPhone,
  checkUscc,
  identityBirthday,
  identityCheckSign,
  identityGender,
  mask,
  usccCheckSign,
} from '@/domain/kernel';

const digits = [...'0123456789'];
const usccSigns = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

const identities = fc
  .record({
    region: fc.constantFrom('110101', '320723', '420106', '620199', '710000'),
    days: fc.integer({ min: 0, max: 45_000 }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, days, order }) => {
    const first = region + addDays('1900-01-01', days).replaceAll('-', '') + String(order).padStart(3, '0');
    return first + identityCheckSign(first);
  });

const usccs = fc
  .record({
    head: fc.constantFrom('11', '12', '51', '91'),
    region: fc.integer({ min: 110_000, max: 659_999 }),
    organ: fc.array(fc.constantFrom(...usccSigns), { minLength: 9, maxLength: 9 }),
  })
  .map(({ head, region, organ }) => {
    const first = head + String(region) + organ.join('');
    return first + usccCheckSign(first);
  });

function replaced(text: string, at: number, sign: string): string {
  return text.slice(0, at) + sign + text.slice(at + 1);
}

describe('identity numbers (GB 11643)', () => {
  // The standard's own examples, and one of each check sign by hand calculation.
  it.each(['11010519491231002X', '440524188001010014'])('gives the check sign of the standard: %s', (number) => {
    expect(identityCheckSign(number.slice(0, 17))).toBe(number.charAt(17));
  });

  it('takes every number with the right check sign', () => {
    fc.assert(fc.property(identities, (number) => checkIdentityNumber(number) === null));
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(identities, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...digits, 'X'), (number, at, sign) => {
        fc.pre(number.charAt(at) !== sign);
        return checkIdentityNumber(replaced(number, at, sign)) !== null;
      }),
    );
  });

  it('notices every swap of neighbours', () => {
    fc.assert(
      fc.property(identities, fc.integer({ min: 0, max: 16 }), (number, at) => {
        const [one = '', two = ''] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(one !== two);
        return checkIdentityNumber(replaced(replaced(number, at, two), at + 1, one)) !== null;
      }),
    );
  });

  it.each([
    ['11010519491231002', '18位'],
    ['11010519491231002x', '18位'],
    ['990105194912310021', '省级'],
    ['110105194902300028', '出生日期'],
    ['110105194912310021', '校验位'],
    ['１1010519491231002X', '18位'],
  ])('says what is wrong with %s', (number, part) => {
    expect(checkIdentityNumber(number)).toContain(part);
  });

  it('tells birthday and gender', () => {
    expect(identityBirthday('11010519491231002X')).toBe('1949-12-31');
    expect(identityGender('11010519491231002X')).toBe('2');
    expect(identityGender('440524188001010014')).toBe('1');
  });
});

describe('unified social credit codes (GB 32100)', () => {
  // Published codes: State Administration for Market Regulation's example and a well-known enterprise.
  it.each(['91350100M000100Y43', '91110000600037341L'])('gives the check sign of a published code: %s', (code) => {
    expect(checkUscc(code)).toBeNull();
  });

  it('takes every code with the right check sign', () => {
    fc.assert(fc.property(usccs, (code) => checkUscc(code) === null));
  });

  it('notices every single wrong sign', () => {
    fc.assert(
      fc.property(usccs, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...usccSigns), (code, at, sign) => {
        fc.pre(code.charAt(at) !== sign);
        return checkUscc(replaced(code, at, sign)) !== null;
      }),
    );
  });

  it.each([
    ['91350100M000100Y4', '18位'],
    ['91350100m000100y43', '18位'],
    ['9135O100M000100Y43', 'I、O、Z、S、V'],
    ['913A0100M000100Y43', '区划'],
    ['91350100M000100Y44', '校验位'],
  ])('says what is wrong with %s', (code, part) => {
    expect(checkUscc(code)).toContain(part);
  });
});

describe('division codes and telephones', () => {
  it.each(['320723', '320723100', '320723100201'])('takes %s', (code) => {
    expect(checkDivisionCode(code)).toBeNull();
  });

  it.each(['32072', '3207231', '990723', '32072a', ''])('refuses %s', (code) => {
    expect(checkDivisionCode(code)).not.toBeNull();
  });

  it.each(['13900000000', '0518-85800000', '051885800000', '85800000', '12345', '400-123-4567', '0518-85800000-801'])(
    'takes the telephone %s',
    (phone) => {
      expect(checkPhone(phone)).toBeNull();
    },
  );

  it.each(['1390000000', '139000000000', '二楼', '0518-858'])('refuses the telephone %s', (phone) => {
    expect(checkPhone(phone)).not.toBeNull();
  });
});

describe('masking', () => {
  it('hides the middle and keeps the length', () => {
    fc.assert(
      fc.property(identities, (number) => {
        const hidden = mask(number, 'identity');
        return hidden.length === 18 && !hidden.includes(number.slice(3, 16)) && hidden.startsWith(number.slice(0, 3));
      }),
    );
  });

  it('hides short values whole', () => {
    expect(mask('12345', 'phone')).toBe('*****');
    expect(mask('任意内容', 'whole')).toBe('****');
    expect(mask('13912345678', 'phone')).toBe('139****5678');
  });
});
