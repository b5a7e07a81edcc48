import { createTranslator, type Messages } from 'use-intl/core'
import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { type ListLine, writeListCsv, writeListWorkbook } from '@/formats/write-list'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { formatInstant } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import { now } from '@/server/clock'
import { db } from '@/server/db/client'
import { env } from '@/server/env'
import { recordStoredFiles, storeFile } from '@/server/file-store'

/** A list as its address says it, with the columns that show, to be written to a file in this language. */
export const ExportInput = z.strictObject({
  query: z.string().max(20_000),
  columns: z.array(z.string().max(40)).min(1).max(60),
  format: z.enum(['xlsx', 'csv']),
  locale: z.enum(['en', 'zh-CN']),
})
export type ExportInput = z.output<typeof ExportInput>

export type ExportProgress = (done: number, total: number) => Promise<void>
export type ExportedList = { content: Uint8Array<ArrayBuffer>; fileName: string; mediaType: string; rows: number }

type ListToExport = {
  title: string
  /** The tab it was seen under; '' without. */
  tab: string
  path: string
  /** Filters and conditions in words. */
  said: readonly string[]
  sortedBy: string
  titles: readonly string[]
  pages: AsyncIterable<readonly ListLine[]>
  /** What it is grouped by, in words. */
  groupedBy?: string
}

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Writes a list as somebody sees it, with a sheet that says what it is. */
export async function writeExport(actor: Actor, input: ExportInput, list: ListToExport): Promise<ExportedList> {
  const t = textsOf(input.locale, 'ui.export')
  let written = 0
  async function* counted() {
    for await (const rows of list.pages) {
      written += rows.filter(({ of }) => of !== 'group').length
      yield rows
    }
  }
  const about = (): [string, string][] => [
    [t('list'), list.tab === '' ? list.title : `${list.title}, ${list.tab}`],
    [t('filters'), list.said.length === 0 ? t('noFilter') : list.said.join('; ')],
    [t('sortedBy'), list.sortedBy],
    ...(list.groupedBy === undefined ? [] : [[t('groupedBy'), list.groupedBy] as [string, string]]),
    [t('rows'), String(written)],
    [t('by'), actor.name],
    [t('at'), formatInstant(now(), input.locale, env().RECOUP_TIMEZONE, 'medium')],
    [t('address'), `${env().RECOUP_URL ?? ''}${list.path}${input.query === '' ? '' : `?${input.query}`}`],
  ]
  const file = {
    sheetName: list.title,
    titles: list.titles,
    pages: counted(),
    about: { sheetName: t('about'), lines: about },
  }
  const content = input.format === 'xlsx' ? await writeListWorkbook(file) : await writeListCsv(file)
  const day = now().toISOString().slice(0, 10)
  return { content, fileName: `${list.title} ${day}.${input.format}`, mediaType: MEDIA_TYPES[input.format], rows: written }
}

/** Keeps a written list for who asked; it is fetched by the number of the work. */
export async function storeExport(
  { content, fileName, mediaType, rows }: ExportedList,
  jobRunId: string,
): Promise<Record<string, unknown>> {
  const stored = await storeFile(content)
  await db().$transaction((tx) => recordStoredFiles(tx, [{ ...stored, mediaType }]))
  return { fileName, mediaType, storageKey: stored.storageKey, rows, download: `/api/exports/${jobRunId}` }
}

/** Texts of an area, or all of them, in the language of the reader of the file. */
export function textsOf(locale: Locale, namespace?: 'deductions' | 'tasks' | 'ui.condition' | 'ui.export') {
  const messages: Messages = ALL_MESSAGES[locale]
  const t = createTranslator({ locale, messages, ...(namespace === undefined ? {} : { namespace }) })
  const say = (key: string, values?: Record<string, string | number>) => t(key, values)
  return Object.assign(say, { has: (key: string) => t.has(key) })
}

/** Filters in force, in words. */
export function sayFilters(
  filters: readonly {
    label: string
    value: string | undefined
    said?: string
    usual?: string
    choices?: readonly { value: string; label: string }[]
  }[],
): string[] {
  return filters
    .filter(({ value, usual }) => value !== undefined && value !== '' && value !== usual)
    .map(({ label, value, said, choices }) => `${label}: ${said ?? choices?.find((one) => one.value === value)?.label ?? value ?? ''}`)
}
