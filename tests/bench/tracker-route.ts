import { chromium, type Page } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from '../e2e/find-browser'
import { LIN_WEI, signInAs } from '../e2e/sign-in-as'
import type { BenchRow } from './bench-row'
import { withApplication } from './with-application'
import { type BenchSize, memoryMb, rounded } from './with-database'

const DEDUCTIONS = { full: 100_000, small: 2_000 }
const LOADS = 5
const CHANGES = 20
const GOALS = { javascriptKb: 300, paintMs: 1_500, changeMs: 200, inputMs: 100, longTaskMs: 100 }

/** What the browser of somebody at the tracker feels: production build, loopback, measured by the browser itself. */
export async function benchTrackerRoute(size: BenchSize): Promise<BenchRow[]> {
  const found = await withApplication(DEDUCTIONS[size], async (address) => {
    const executablePath = findBrowser()
    const browser = await chromium.launch({ args: BROWSER_ARGS, ...(executablePath === null ? {} : { executablePath }) })
    try {
      const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } })
      // The loader of this script names functions by a helper that the page does not have.
      await context.addInitScript('globalThis.__name = (named) => named')
      const page = await context.newPage()
      await signInAs(page, context, LIN_WEI, 'en', address)
      const loads = []
      for (let round = 0; round < LOADS; round += 1) loads.push(await loadOnce(page, address))
      return { loads, changes: await changeRoutes(page), ...(await interact(page)) }
    } finally {
      await browser.close()
    }
  })
  const row = (what: string, value: number, unit: string, goal: number): BenchRow => ({
    name: `Tracker in the browser, ${DEDUCTIONS[size].toLocaleString('en')} deductions: ${what}`,
    ours: `${rounded(value)} ${unit}`,
    peers: {},
    ratios: {},
    goal: `at most ${goal} ${unit}`,
    met: value <= goal,
    memoryMb: memoryMb(),
  })
  return [
    row('JavaScript, compressed', found.loads[0]?.javascriptKb ?? Number.NaN, 'kB', GOALS.javascriptKb),
    row(
      'largest contentful paint, median',
      at(
        found.loads.map((one) => one.paintMs),
        0.5,
      ),
      'ms',
      GOALS.paintMs,
    ),
    row('change of route, 95th percentile', at(found.changes, 0.95), 'ms', GOALS.changeMs),
    row('interaction to next paint, the slowest', found.inputMs, 'ms', GOALS.inputMs),
    row('longest task while scrolling', found.longTaskMs, 'ms', GOALS.longTaskMs),
  ]
}

async function loadOnce(page: Page, address: string): Promise<{ javascriptKb: number; paintMs: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(`${address}/deductions?tab=open`, { waitUntil: 'networkidle' })
  const paintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await session.detach()
  return { javascriptKb: bytes / 1000, paintMs }
}

async function changeRoutes(page: Page): Promise<number[]> {
  const times: number[] = []
  const places = [
    ['Tasks', '/tasks'],
    ['Deductions', '/deductions'],
  ] as const
  for (let round = 0; round < CHANGES; round += 1) {
    const [name, path] = places[round % 2] ?? places[0]
    const link = page.getByRole('link', { name: new RegExp(`^${name}`) }).first()
    await link.waitFor()
    // The clock runs in the page: what the tool that presses needs for itself does not count.
    const took = link.evaluate(
      (anchor, to) =>
        new Promise<number>((resolve) => {
          const start = performance.now()
          const look = () =>
            location.pathname === to ? requestAnimationFrame(() => resolve(performance.now() - start)) : requestAnimationFrame(look)
          ;(anchor as HTMLElement).click()
          look()
        }),
      path,
    )
    times.push(await took)
  }
  return times
}

async function interact(page: Page): Promise<{ inputMs: number; longTaskMs: number }> {
  await page.evaluate(() => {
    const felt = document.documentElement.dataset
    const keepMost = (name: string) => (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) felt[name] = String(Math.max(Number(felt[name] ?? 0), entry.duration))
    }
    new PerformanceObserver(keepMost('inputMs')).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    new PerformanceObserver(keepMost('longTaskMs')).observe({ type: 'longtask' })
  })
  const feltMost = (name: string) => page.evaluate((key) => Number(document.documentElement.dataset[key] ?? 0), name)
  await page.keyboard.press('Home')
  for (const key of ['j', 'j', 'x', 'j', 'x', 'k', 'x', 'Escape']) await page.keyboard.press(key, { delay: 60 })
  await page.getByText('Counts', { exact: true }).first().click()
  await page.waitForTimeout(1_500)
  await page.keyboard.press('Escape')
  const inputMs = await feltMost('inputMs')
  await page.evaluate(() => {
    document.documentElement.dataset['longTaskMs'] = '0'
  })
  await page.mouse.move(700, 500)
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(30)
  }
  await page.waitForTimeout(500)
  return { inputMs, longTaskMs: await feltMost('longTaskMs') }
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
