import type { Problem } from '@/core/problem'

/**
 * Sets or messages without a reader in a file that is read otherwise: each kind is named with its count, never passed
 * over in silence. Nothing where no kind is read, for then the whole file waits.
 */
export function nameUnread(counts: ReadonlyMap<string, number>, readers: object, field: 'ST01' | 'UNH02'): Problem[] {
  const unread = [...counts].filter(([kind]) => !Object.hasOwn(readers, kind))
  if (unread.length === counts.size) return []
  return unread.map(([kind, count]) => {
    const message = `${count} of kind ${kind} in this file: nothing here uses them yet`
    return { position: 'file', field, code: 'set-not-read', message, facts: { found: kind } }
  })
}
