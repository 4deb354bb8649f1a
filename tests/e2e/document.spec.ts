import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import {
  answer,
  dayFromNow,
  draft,
  fillInspection,
  importLaw,
  paperText,
  pick,
  signOff,
  step,
  year,
} from './document-steps';
import { expect, test } from './fixtures';
import { firstRun, scrollsSideways, violations, visit } from './frame-steps';
import { printedByBrowser } from './print-steps';
import { createEntities, list, pdfPages, press, rowOf, told } from './register-steps';

// The accessibility check tries to look into the preview's frame, which lets no script in.
test.use({ expectedErrors: /^Blocked script execution in 'about:srcdoc'/ });

const body = '安澜县水利局';
const ordinance = [
  '# 安澜县行政执法监督办法',
  '（2026年1月5日安澜县人民政府令第3号公布）',
  '第一条 为了规范行政执法监督，制定本办法。',
  '第二条 监督机关可以采取下列方式：',
  '（一）案卷评查；',
  '（二）实地检查。',
];

test('an inspection notice is drafted with a citation, signed under the first number, printed, saved for Word and served', async ({
  page,
  shellKind,
  openFileWith,
  savedFile,
}, testInfo) => {
  await firstRun(page, { samples: true });
  await visit(page, '执法主体');
  await createEntities(page, [body]);
  await importLaw(page, openFileWith, join(testInfo.outputDir, '监督办法.md'), ordinance);

  await visit(page, '发文登记簿');
  expect(await violations(page)).toEqual([]);
  await press(page, '拟制文书');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('searchbox', { name: '查找文书种类' }).fill('监督检查');
  await page.getByRole('button', { name: /^行政执法监督检查通知书/ }).click();
  await pick(page.getByRole('combobox', { name: '主送机关' }), body);
  await press(page, '开始拟稿');
  await expect.poll(() => paperText(page)).toContain(`${body}：`);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  // What is missing is said at its field, and nothing goes on.
  await press(page, '提交审核');
  await told(page, /还有\d+处需要填写或修改/);
  await expect(page.getByText(/^请填写“案由”/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: '案由', exact: true })).toBeFocused();
  await fillInspection(page);

  await press(page, '法条');
  await page.getByRole('textbox', { name: '依据第1项' }).fill('');
  await page.getByRole('searchbox', { name: '查找条文' }).fill('监督办法 2条');
  await page.getByRole('list', { name: '找到的条文' }).getByRole('button').first().click();
  const article = page.getByRole('article', { name: '《安澜县行政执法监督办法》第二条' });
  await article.getByRole('button', { name: /实地检查/ }).click();
  await press(page, '插入引用');
  const citation = '《安澜县行政执法监督办法》第二条第（二）项';
  await expect(page.getByRole('textbox', { name: '依据第1项' })).toHaveValue(citation);
  await expect.poll(() => paperText(page)).toContain(`根据${citation}的规定`);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.keyboard.press('Control+s');
  await told(page, '已保存');

  await press(page, '提交审核');
  await expect(page.getByText('审核中', { exact: true })).toBeVisible();
  await step(page, '审核通过');
  await press(page, '签发');
  const dialog = page.getByRole('dialog', { name: '签发' });
  const number = `安司执监检〔${year}〕1号`;
  await expect(dialog.getByText(number)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '签发' }).click();
  await expect(dialog.getByText('请填写“签发人”')).toBeVisible();
  await dialog.getByLabel('签发人').fill('赵敏');
  await dialog.getByRole('button', { name: '签发' }).click();
  await told(page, `已签发，文号${number}`);
  await expect.poll(() => paperText(page)).toContain(number);
  await step(page, '用印');
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);

  await press(page, '打印和导出');
  expect(await violations(page)).toEqual([]);
  const name = `${number}行政执法监督检查通知书（${body}）`;
  let path = join(testInfo.outputPath(), '通知书.pdf');
  if (shellKind === 'desktop') {
    const file = await savedFile(() => press(page, '存为PDF'));
    expect(file.name).toContain(name);
    path = file.path;
  } else await printedByBrowser(page, path, () => press(page, '打印'));
  const pages = (await pdfPages(path)).map((text) => text.replace(/\s/g, ''));
  expect(pages[0]).toContain(`安澜县司法局`);
  expect(pages[0]).toContain(number);
  expect(pages[0]).toContain(`${body}：`);
  expect(pages.join('')).toContain(citation);
  expect(pages.at(-1)).toContain('送达回证');

  if (!(await page.getByRole('button', { name: '存为Word' }).isVisible())) await press(page, '打印和导出');
  const word = await savedFile(() => press(page, '存为Word'));
  expect(word.name).toMatch(/\.docx$/);
  const parts = unzipSync(new Uint8Array(word.bytes));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(xml.replace(/<[^>]+>/g, '')).toContain('行政执法监督检查通知书');
  await page.keyboard.press('Escape');

  await press(page, '登记送达');
  const service = page.getByRole('dialog', { name: '登记送达' });
  await expect(service.getByLabel('受送达单位')).toHaveValue(body);
  await expect(service.getByLabel('送达人')).toHaveValue('王敏');
  expect(await violations(page)).toEqual([]);
  await service.getByLabel('收到日期').fill('');
  await service.getByRole('button', { name: '登记' }).click();
  await expect(service.getByText(/^请填写“收到日期”/)).toBeVisible();
  await service.getByLabel('收到日期').fill(dayFromNow(0));
  await service.getByLabel('收件人', { exact: true }).fill('李强');
  await service.getByRole('button', { name: '登记' }).click();
  await told(page, '已登记送达');
  await expect(page.getByRole('row').filter({ hasText: '李强' })).toContainText('已签收');
  expect(await violations(page)).toEqual([]);

  await page
    .getByRole('link', { name: /发文登记簿/ })
    .last()
    .click();
  await expect(rowOf(page, number)).toContainText('已送达');
  await expect(rowOf(page, number)).toContainText(body);

  // What was signed stays as it was, whatever becomes of the body's name.
  await visit(page, '执法主体');
  await rowOf(page, body).getByRole('link').click();
  await page.getByLabel('全称').fill('安澜县水务局');
  await press(page, '保存');
  await told(page, '已保存');
  await page.getByRole('region', { name: '文书' }).getByRole('link', { name: '打开' }).click();
  await expect.poll(() => paperText(page)).toContain(`${body}：`);
  expect(await paperText(page)).not.toContain('水务局');
  await press(page, '校验');
  await expect(page.getByText('定稿内容与签发时的摘要一致')).toBeVisible();
  await page.getByRole('button', { name: new RegExp(citation) }).click();
  await expect(page.getByText('监督机关可以采取下列方式')).toBeVisible();
});

test('a deadline is asked for where the rules set none, starts with the receipt, and is heard of on the workbench', async ({
  page,
}) => {
  const to = '安澜县市场监督管理局';
  await firstRun(page, { samples: true });
  await draft(page, '责令说明通知书', to);
  await page.getByRole('radio', { name: '自行填写' }).check();
  await page.getByRole('textbox', { name: '主送机关' }).fill('县水利局');
  await page.getByRole('textbox', { name: '主送机关' }).blur();
  await expect(page.getByText(/“县水利局”不是单位全称/)).toBeVisible();
  await page.getByRole('radio', { name: '名录中的单位' }).check();
  await pick(page.getByRole('combobox', { name: '主送机关' }), to);
  await page.getByRole('textbox', { name: '涉及的执法行为' }).fill('2026年3月2日作出的行政处罚决定');
  await page.getByRole('textbox', { name: '涉嫌问题第1项' }).fill('当事人的陈述意见没有复核。');
  await page.getByRole('textbox', { name: '依据第1项' }).fill('《行政执法监督条例》第二十条');

  // A deadline that the rules leave open is asked for; one before the document's day is refused at its field.
  const term = page.getByRole('group', { name: '说明期限' });
  await expect(term.getByText(/由本局确定/)).toBeVisible();
  await term.getByRole('radio', { name: '固定日期' }).check();
  await term.getByRole('textbox').fill(dayFromNow(-3));
  await term.getByRole('textbox').blur();
  await expect(term.getByText(/早于文书日期/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await term.getByRole('radio', { name: '按天数' }).check();
  await term.getByRole('textbox').fill('3');
  await term.getByRole('combobox').selectOption({ label: '日（自然日）' });
  await expect.poll(() => paperText(page)).toContain('自收到本通知书之日起3日内');
  await signOff(page);

  await step(page, '登记送达', { 收件人: '周倩' });
  const deadline = page.getByRole('region', { name: '期限' });
  await expect(deadline).toContainText('办理期限');
  await expect(deadline).toContainText('次日起算');
  expect(await violations(page)).toEqual([]);
  const due = (await deadline.getByRole('strong').textContent()) ?? '';
  expect(due).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);

  await visit(page, '工作台');
  const near = page.getByRole('region', { name: '最近到期' });
  const item = near.getByRole('link', { name: /文书答复.*安澜县市场监督管理局/ });
  await expect(item).toBeVisible();
  await item.click();
  await page.getByRole('tab', { name: '收文' }).click();
  await press(page, '登记收文');
  const reply = page.getByRole('dialog', { name: '登记收文' });
  await reply.getByLabel('收文编号').fill(`${year}-901`);
  await reply.getByLabel('来文标题').fill('关于有关问题的说明');
  await reply.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('row').filter({ hasText: '关于有关问题的说明' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await visit(page, '工作台');
  await expect(near).toBeVisible();
  await expect(near.getByText('正在查看')).toBeHidden();
  await expect(item).toBeHidden();
});

test('a document goes back for a reason, is objected to, corrected and made void; its number is never given again', async ({
  page,
}) => {
  await firstRun(page, { samples: true });
  await draft(page, '行政执法监督检查通知书', '安澜县交通运输局');
  await fillInspection(page);
  await press(page, '提交审核');
  await press(page, '更多');
  await press(page, '退回修改…');
  const back = page.getByRole('dialog', { name: '退回修改' });
  await back.getByRole('button', { name: '退回修改' }).click();
  await expect(back.getByText('请填写“退回原因”')).toBeVisible();
  await back.getByLabel('退回原因').fill('检查内容再具体一些');
  await back.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText('退回原因：检查内容再具体一些')).toBeVisible();

  // What is typed is not lost by leaving unasked.
  await page.getByRole('textbox', { name: '检查地点' }).fill('你单位会议室');
  await page.getByRole('link', { name: /^← 发文登记簿/ }).click();
  const question = page.getByRole('dialog', { name: '还没有保存' });
  await question.getByRole('button', { name: '留下继续填写' }).click();
  await expect(page.getByRole('textbox', { name: '检查地点' })).toHaveValue('你单位会议室');
  await signOff(page);
  await step(page, '登记送达', { 收件人: '周倩' });

  await page.getByRole('tab', { name: /异议复查/ }).click();
  await step(page, '登记异议', { 异议理由: '检查时间与上级检查重复' });
  await expect(page.getByText('异议复查中', { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await press(page, '登记复查结果');
  const review = page.getByRole('dialog', { name: '登记复查结果' });
  await review.getByLabel('复查结果').selectOption({ label: '维持' });
  await review.getByRole('button', { name: '登记' }).click();
  await expect(page.getByText('已送达', { exact: true })).toBeVisible();

  await press(page, '更多');
  await press(page, '拟制更正文书');
  await told(page, '已拟制更正文书');
  await expect(page.getByRole('textbox', { name: '检查地点' })).toHaveValue('你单位会议室');
  await page.goBack();
  await press(page, '更多');
  await press(page, '作废…');
  await answer(page, '作废', { 作废原因: '检查改期' });
  await expect(page.getByText('已作废', { exact: true })).toBeVisible();

  await visit(page, '发文登记簿');
  const number = `安司执监检〔${year}〕1号`;
  await expect(rowOf(page, number)).toContainText('已作废');
  // A paper from before cannot be recorded under a number that was taken.
  await press(page, '补登历史文书');
  await page.getByLabel('文号').fill(number);
  await page.getByLabel('文书标题').fill('检查通知');
  await page.getByRole('textbox', { name: '文书种类', exact: true }).fill('检查通知书');
  await press(page, '保存');
  await expect(
    page
      .getByRole('main')
      .getByText(/已作废|已有|已被/)
      .first(),
  ).toBeVisible();
});

test('one notice to several bodies is drafted, signed in a row of numbers and printed together', async ({
  page,
  shellKind,
  savedFile,
}, testInfo) => {
  await firstRun(page, { samples: true });
  await visit(page, '发文登记簿');
  await press(page, '批量拟制');
  await page.getByRole('button', { name: /^行政执法监督检查通知书/ }).click();
  await fillInspection(page);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await press(page, '下一步');
  const bodies = ['安澜县市场监督管理局', '安澜县交通运输局', '安澜县农业农村局'];
  for (const name of bodies) await page.getByLabel(`选择${name}`, { exact: true }).check();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await press(page, '下一步');
  for (const name of bodies) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect.poll(() => paperText(page)).toContain(`${name}：`);
  }
  expect(await violations(page)).toEqual([]);
  await press(page, '拟制3份');
  await told(page, '已拟制3份');
  await expect(list(page).locator('tbody tr')).toHaveCount(3);

  for (const [name, fields] of [
    ['提交审核', null],
    ['审核通过', {}],
    ['签发', { 签发人: '赵敏' }],
  ] as const) {
    await press(page, '办理所选');
    await page.getByRole('button', { name: `${name} 3份` }).click();
    if (fields !== null) {
      const dialog = page.getByRole('dialog', { name: `批量${name}（3份）` });
      for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(text);
      await dialog.getByRole('button', { name: `${name}3份` }).click();
    }
    await told(page, `已批量${name}3份`);
  }
  for (const [at, name] of bodies.entries()) {
    await expect(rowOf(page, name)).toContainText(`安司执监检〔${year}〕${at + 1}号`);
  }
  expect(await violations(page)).toEqual([]);

  await press(page, '办理所选');
  let path = join(testInfo.outputPath(), '一批.pdf');
  if (shellKind === 'desktop') path = (await savedFile(() => press(page, '合存一个PDF'))).path;
  else {
    await printedByBrowser(page, path, () =>
      page.getByRole('group', { name: '打印和导出所选' }).getByRole('button', { name: '打印' }).click(),
    );
  }
  const text = (await pdfPages(path)).join('').replace(/\s/g, '');
  for (const [at, name] of bodies.entries()) {
    expect(text).toContain(`${name}：`);
    expect(text).toContain(`〔${year}〕${at + 1}号`);
  }
});
