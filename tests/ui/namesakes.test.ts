// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import ReferenceInput from '@/ui/components/ReferenceInput.vue';
import { eventually, openBench, show } from './register-bench';

test('two people of one name and one unit are told apart where they are chosen, and where they stand chosen', async () => {
  const desk = await openBench();
  const staff = { name: '王伟', unit: 'bureau' };
  const first = await desk.add('supervision-staff', { ...staff, department: '法制股', phone: '13800000001' });
  const second = await desk.add('supervision-staff', { ...staff, department: '协调监督股', phone: '13800000002' });
  await desk.add('supervision-staff', { name: '王维', unit: 'bureau' });
  const titles = { [first.id]: '王伟', [second.id]: '王伟' };
  const props = { target: 'supervision-staff', modelValue: [first.id, second.id], multiple: true, titles };
  const { wrapper } = await show(desk, ReferenceInput, props);
  await eventually(() => {
    const chips = wrapper.findAll('.chip').map((chip) => chip.text());
    expect(chips[0]).toContain('科室法制股');
    expect(chips[1]).toContain('科室协调监督股');
  });
  const input = wrapper.get('input');
  input.element.focus();
  await input.setValue('王');
  await eventually(() => {
    const offered = wrapper.findAll('[role="option"]').map((option) => option.text());
    expect(new Set(offered).size).toBe(3);
    expect(offered.filter((text) => text.includes('王伟（')).length).toBe(2);
    expect(offered.find((text) => text.includes('王维'))).not.toContain('（');
    // Sensitive values do not stand in a list to choose from.
    expect(offered.join()).not.toContain('13800000001');
  });
  wrapper.unmount();
});
