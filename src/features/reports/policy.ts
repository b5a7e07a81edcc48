import type { Actor } from '@/core/actor'

/** Whoever sees a list may have it as a file, of the customers they see. */
export function canExportList(actor: Actor): boolean {
  return actor.kind === 'user'
}
