import { expect, it } from 'vitest'
import { escapeHtml } from './escape-html'

it('leaves no tag, no entity and no quote that could end an attribute', () => {
  expect(escapeHtml('<b title="x">R&D</b>')).toBe('&lt;b title=&quot;x&quot;&gt;R&amp;D&lt;/b&gt;')
})
