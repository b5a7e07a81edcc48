import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL_MESSAGES } from '@/i18n/all-messages'
import { isSentEverywhere } from '@/i18n/area-texts'
import { PAGES, reach, SOURCE } from './import-graph'

/** Components that ask for texts by whole keys: what they are given says which. */
const BY_WHOLE_KEY = /useTranslations\(\)/
/** They ask for what is sent everywhere: refusals and titles of jobs. */
const ASK_COMMON = new Set(['src/ui/form/use-refusal-text.ts', 'src/features/reports/ui/job-tray.tsx'])

/** Areas that the components of a page ask for in the browser, beyond what is sent everywhere, each with one that asks. */
function neededBy(entry: string): Map<string, string> {
  const { inBrowser, all } = reach(entry)
  const needed = new Map<string, string>()
  const need = (path: string, by: string) => {
    if (!isSentEverywhere(path)) needed.set(path.split('.')[0] ?? '', by)
  }
  for (const path of inBrowser) {
    const text = SOURCE.get(path) ?? ''
    for (const [, area = ''] of text.matchAll(/useTranslations\('([\w.]+)'\)/g)) need(area, path)
    if (!BY_WHOLE_KEY.test(text) || ASK_COMMON.has(path)) continue
    for (const [, key = ''] of [...all].flatMap((one) =>
      isSaying(one) ? [...(SOURCE.get(one) ?? '').matchAll(/'(\w+(?:\.[\w-]+)+)'/g)] : [],
    ))
      if (isText(key)) need(key, path)
  }
  return needed
}

// Lists say the keys of their words in their definition; the components that show them say their own.
const isSaying = (path: string) =>
  /^src\/features\/[^/]+\/(rules|ui)\/[^/]+$/.test(path) && (/-list\.tsx?$/.test(path) || path.endsWith('-cell-text.ts'))

function isText(key: string): boolean {
  let at: unknown = ALL_MESSAGES.en
  for (const word of key.split('.')) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[word] : undefined
  return at !== undefined
}

/** Areas that layouts, or the page itself, bring to the browser. */
function broughtTo(page: string): Set<string> {
  const parts = dirname(page).split('/')
  const layouts = parts.map((_part, at) => `${parts.slice(0, at + 1).join('/')}/layout.tsx`)
  const texts = [...layouts, page].map((path) => SOURCE.get(path) ?? '')
  return new Set(texts.flatMap(areasIn))
}

function areasIn(text: string): string[] {
  return [...text.matchAll(/<AreaTexts of=\{\[([^\]]*)\]\}/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, area = '']) => area),
  )
}

/** What a component of the frame asks its areas for that is not sent everywhere. */
function keysNotSent(path: string): string[] {
  const text = SOURCE.get(path) ?? ''
  const areas = [...text.matchAll(/useTranslations\('([\w.]+)'\)/g)].map(([, area = '']) => area)
  const keys = [...text.matchAll(/\bt(?:\.has|\.rich)?\(['`]([\w.-]+)/g)].map(([, key = '']) => key)
  return areas.flatMap((area) => keys.map((key) => `${area}.${key}`).filter((key) => !isSentEverywhere(key)))
}

describe('the texts in the browser', () => {
  it.each(PAGES)('are those that the components of %s ask for', (page) => {
    const brought = broughtTo(page)
    expect([...neededBy(page)].filter(([area]) => !brought.has(area))).toEqual([])
  })

  it('are those of the frame, wherever somebody is', () => {
    const frames = [...SOURCE.keys()].filter((path) => /^src\/app\/.*(layout|error|loading|not-found)\.tsx$/.test(path))
    expect(frames.flatMap((frame) => [...reach(frame).inBrowser].flatMap(keysNotSent))).toEqual([])
  })

  it('name every kind of background work, which the tray shows on any page', () => {
    const titles = [...SOURCE.values()].flatMap((text) =>
      [...text.matchAll(/\bkey: ['`](\w+(?:\.\w+)*\.job)\b/g)].map(([, key = '']) => key),
    )
    expect(new Set(titles).size).toBeGreaterThan(5)
    expect(titles.filter((key) => !isSentEverywhere(`${key}.any`))).toEqual([])
  })

  it('are no more than some page below the layout asks for', () => {
    const layouts = [...SOURCE.keys()].filter((path) => areasIn(SOURCE.get(path) ?? '').length > 0)
    expect(layouts.length).toBeGreaterThan(10)
    const idle = layouts.flatMap((layout) => {
      const asked = new Set(PAGES.filter((page) => page.startsWith(`${dirname(layout)}/`)).flatMap((page) => [...neededBy(page).keys()]))
      return areasIn(SOURCE.get(layout) ?? '').flatMap((area) => (asked.has(area) ? [] : [`${layout}: ${area}`]))
    })
    expect(idle).toEqual([])
  })

  it('are found missing where a component asks for an area that is not brought', () => {
    expect(neededBy('src/app/(workspace)/(lists)/deductions/page.tsx').has('deductions')).toBe(true)
    expect(neededBy('src/app/(workspace)/(lists)/payments/page.tsx').has('remittances')).toBe(true)
    expect(isSentEverywhere('deductions.column')).toBe(false)
    expect(isSentEverywhere('deductions.errors')).toBe(true)
  })
})
