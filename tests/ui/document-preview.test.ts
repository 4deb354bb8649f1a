// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import DocumentPreview from '@/ui/components/DocumentPreview.vue';
import { documentPage } from '@/ui/print/document';
import { letter, longText } from '../e2e/document-samples';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the preview of documents', () => {
  it('shows the very sheets that are printed, and counts them', () => {
    const preview = mount(DocumentPreview, { props: { models: [letter()] } });
    const page = preview.get('iframe').attributes('srcdoc') ?? '';
    const sheets = documentPage([letter()]).replace(/^.*<body[^>]*>|<\/body>.*$/g, '');
    expect(page).toContain(sheets);
    expect(preview.text()).toContain('共 2 页');
  });

  it('follows the document after a rest in typing, without loading its frame anew', async () => {
    const preview = mount(DocumentPreview, { props: { models: [letter()] } });
    const page = preview.get('iframe').attributes('srcdoc');
    await preview.setProps({ models: [letter({ blocks: longText(2) })] });
    await preview.setProps({ models: [letter({ blocks: longText(4) })] });
    expect(preview.text()).toContain('共 2 页');
    await vi.advanceTimersByTimeAsync(200);
    expect(preview.text()).toContain('共 4 页');
    expect(preview.get('iframe').attributes('srcdoc')).toBe(page);
  });
});
