import { expect, test } from 'vitest';
import { columnShares, listPage, type ListPage } from '@/ui/print/list-page';

const page: ListPage = {
  title: '行政执法主体名录',
  unit: '安澜县司法局',
  preparedBy: '陈静',
  date: '2026-01-05',
  paper: 'A4',
  landscape: true,
  columns: [
    { label: '全称', width: 18, align: 'left' },
    { label: '岗位数', width: 6, align: 'right' },
  ],
  rows: [
    ['安澜县水利局', 12],
    ['安澜县林业局', null],
  ],
};

test('a printed list carries title, unit, 填表人, date, running numbers and its count', () => {
  const html = listPage(page);
  expect(html).toContain('<h1>行政执法主体名录</h1>');
  expect(html).toContain('填报单位：安澜县司法局');
  expect(html).toContain('填表人：陈静');
  expect(html).toContain('填表日期：2026年1月5日');
  expect(html).toContain('<td class="center">2</td><td>安澜县林业局</td><td class="right"></td>');
  expect(html).toContain('共2条');
  expect(html).toContain('<body class="paper-a4 landscape">');
});

test('the headings stand in a table head, which repeats on every page', () => {
  expect(listPage(page)).toMatch(/<thead><tr><th>序号<\/th><th>全称<\/th><th>岗位数<\/th><\/tr><\/thead>/);
});

test('nothing from outside becomes markup', () => {
  const evil = `<img src=x onerror="alert(1)">&'`;
  const html = listPage({
    ...page,
    title: evil,
    unit: evil,
    preparedBy: evil,
    note: evil,
    columns: [{ label: evil, width: 4, align: 'left' }],
    rows: [[evil]],
  });
  expect(html).not.toContain('<img');
  expect(html.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;&amp;&#39;/g)).toHaveLength(7);
});

test('a page has no script, no inline style and asks for nothing but the print style sheet', () => {
  const html = listPage(page);
  expect(html).not.toMatch(/<script|<style|style=|https?:/);
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="/print.css"']);
});

test('columns share the paper in the proportion of their widths', () => {
  const shares = columnShares([
    { label: '甲', width: 6, align: 'left' },
    { label: '乙', width: 3, align: 'left' },
  ]);
  expect(shares).toEqual([25, 50, 25]);
});
