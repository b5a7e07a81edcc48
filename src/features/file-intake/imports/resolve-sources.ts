import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Loaded before the reader: Node strips types by itself, it only has to find our files by their short names. A loader that
// also rewrites libraries costs the reader 400 MB of memory and seconds at every start.

const SOURCES = new URL('../../../', import.meta.url)

registerHooks({
  resolve(specifier, context, next) {
    const target = sourceOf(specifier, context.parentURL)
    return target === null ? next(specifier, context) : next(target, context)
  },
})

/** '@/core/money' and './read-content' as the file they mean; null for packages and for names that are whole already. */
function sourceOf(specifier: string, parent: string | undefined): string | null {
  const isOurs = specifier.startsWith('@/') || (/^\.\.?\//.test(specifier) && parent?.startsWith(SOURCES.href) === true)
  if (!isOurs) return null
  const url = specifier.startsWith('@/') ? new URL(specifier.slice(2), SOURCES) : new URL(specifier, parent)
  const source = new URL(`${url.href}.ts`)
  return existsSync(fileURLToPath(source)) ? source.href : url.href
}
