import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './settings.mjs'

/** One hash over the content of files and folders; times do not count, because a checkout changes them all. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, join(path, name))
    return
  }
  if (path.endsWith('.test.ts') || path.endsWith('.test.tsx')) return
  hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
}

/** True when `stamp` was written for this fingerprint. */
export function isStamped(stamp, print) {
  const path = join(ROOT, stamp)
  return existsSync(path) && readFileSync(path, 'utf8') === print
}

export function writeStamp(stamp, print) {
  mkdirSync(dirname(join(ROOT, stamp)), { recursive: true })
  writeFileSync(join(ROOT, stamp), print)
}
