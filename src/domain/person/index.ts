import { checkIdentityNumber, checkPhone, field } from '../kernel';

/** What the register says about a person's field beside what all registers say. */
interface Place {
  readonly section: string;
  readonly listed?: boolean;
}

/** 身份证号: 18 signs with check sign (GB 11643), masked on screen. */
export function identityNumberField(place: Place) {
  return field.text({
    label: '身份证号',
    aliases: ['身份证号码', '公民身份号码', '身份证', '居民身份证号'],
    code: true,
    check: checkIdentityNumber,
    sensitive: 'identity',
    indexed: true,
    width: 11,
    help: '18位，末位X用大写',
    ...place,
  });
}

/** 性别 (GB/T 2261.1). */
export function genderField(place: Place) {
  return field.choice({ label: '性别', table: 'gender', width: 3, ...place });
}

/** 出生年月. */
export function birthMonthField(place: Place) {
  return field.month({ label: '出生年月', aliases: ['出生日期', '出生时间'], width: 5, ...place });
}

/** 政治面貌 (GB/T 4762). */
export function politicalStatusField(place: Place) {
  return field.choice({ label: '政治面貌', aliases: ['党派'], table: 'political-status', width: 6, ...place });
}

/** 学历 (GB/T 4658). */
export function educationField(place: Place) {
  return field.choice({ label: '学历', aliases: ['文化程度', '最高学历'], table: 'education', width: 6, ...place });
}

/** 联系电话 of a person, masked on screen. */
export function personPhoneField(place: Place) {
  return field.text({
    label: '联系电话',
    aliases: ['手机', '手机号', '手机号码', '电话', '联系方式'],
    code: true,
    check: checkPhone,
    sensitive: 'phone',
    width: 8,
    ...place,
  });
}
