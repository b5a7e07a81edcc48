import { expect, it } from 'vitest'
import { keyShortcuts, pressedShortcut } from './key-shortcuts'

const bare = { ctrlKey: false, metaKey: false, altKey: false }

it('names a key cap as assistive technology reads it', () => {
  expect(keyShortcuts('Ctrl Enter')).toBe('Control+Enter')
})

it('recognises a press on either kind of keyboard', () => {
  expect(pressedShortcut({ ...bare, key: 'r' })).toBe('R')
  expect(pressedShortcut({ ...bare, key: 'Enter', metaKey: true })).toBe('Control+Enter')
  expect(pressedShortcut({ ...bare, key: '?' })).toBe('?')
})
