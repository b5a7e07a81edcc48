import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile } from '../take-file'
import { HOSTILE } from './build-hostile'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database)
afterAll(closeReaders)

const findingsOf = (locale: string) =>
  (JSON.parse(readFileSync(`src/i18n/messages/${locale}/file-intake.json`, 'utf8')) as { finding: Record<string, string> }).finding
const [english, chinese] = [findingsOf('en'), findingsOf('zh-CN')]
const SILENT_MILLISECONDS_MAX = 3_000

/** Imports a file, and measures the longest time in which this process, as a web server would, answered nothing meanwhile. */
async function takeListening(name: string, content: Uint8Array) {
  let [last, silence] = [performance.now(), 0]
  const clock = setInterval(() => {
    silence = Math.max(silence, performance.now() - last)
    last = performance.now()
  }, 20)
  const report = await takeFile(name, content)
  clearInterval(clock)
  return { report, silence }
}

describe('a hostile file', () => {
  test.each(HOSTILE)(
    '$name ends as it must, its bytes are kept, and the next file is read',
    async ({ name, bytes, ends }) => {
      const content = bytes()
      const { report, silence } = await takeListening(name, content)
      const { status, reason, rows, findings } = report
      const said = [status, reason, ...findings.map(({ code }) => code)]
      expect(
        said.some((word) => word !== null && ends.includes(word)),
        JSON.stringify(said.slice(0, 6)),
      ).toBe(true)
      expect(['refused', 'waiting', 'done']).toContain(status)
      // A file that ends well was read whole; whatever was not is refused or named.
      if (status === 'done') expect(rows.read === 0 ? findings.length : rows.read).toBeGreaterThan(0)
      if (reason !== null)
        expect(
          [english[reason], chinese[reason]].every((sentence) => sentence !== undefined && sentence !== ''),
          reason,
        ).toBe(true)
      const [kept] = await database.query<{ bytes: string }>('select bytes from stored_file where sha256 = $1', [report.sha256])
      expect(kept?.bytes).toBe(String(content.byteLength))
      expect(silence).toBeLessThan(SILENT_MILLISECONDS_MAX)
      expect(await takeFile(`after-${name}.edi`, bytesOf([orderSet(`after-${name}`)]))).toMatchObject({
        status: 'done',
        rows: { accepted: 1 },
      })
    },
    60_000,
  )
})
