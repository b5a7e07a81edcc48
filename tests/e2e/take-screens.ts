import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { DEMO_PASSWORD } from '@prisma-seed/story/people'
import { BROWSER_ARGS, findBrowser } from './find-browser'
import type { Screen } from './screen'
import { SCREENS } from './screens'
import { openScreen } from './upload-file'

const OUTPUT = 'screenshots'
const PORT = 3230
const LANGUAGES = ['en', 'zh-CN'] as const
/** Parts of the names of pictures to take, with language and theme; without any, all. */
const WANTED = process.argv.slice(3)
const THEMES = ['light', 'dark'] as const

/** Starts the application with the demo company, unless SCREENS_URL names one that runs, and hands over its address. */
async function withApplication(work: (address: string) => Promise<void>): Promise<void> {
  const running = process.argv[2]
  if (running) return work(running)
  const env = { ...process.env, PORT: String(PORT), RECOUP_DATA: '.recoup/screens', DATABASE_URL: '' }
  const application = spawn(process.execPath, ['bin/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await new Promise<void>((resolve, reject) => {
      application.stdout.on('data', (text: Buffer) => {
        if (text.toString().includes('ready http')) resolve()
      })
      application.once('exit', (code) => reject(new Error(`the application ended with ${code}`)))
    })
    await work(`http://localhost:${PORT}`)
  } finally {
    application.kill('SIGTERM')
    await new Promise((resolve) => application.once('exit', resolve))
  }
}

async function signIn(
  browser: Browser,
  address: string,
  screen: Pick<Screen, 'as' | 'phone'>,
  locale: string,
  theme: string,
): Promise<BrowserContext> {
  const viewport = screen.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL: address, viewport, locale, timezoneId: 'UTC', reducedMotion: 'reduce' })
  await context.addCookies([
    { name: 'recoup-locale', value: locale, url: address },
    { name: 'recoup-theme', value: theme, url: address },
  ])
  if (screen.as === null) return context
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(screen.as)
  await page.locator('input[name=password]').fill(DEMO_PASSWORD)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.close()
  return context
}

function wantedScreens(locale: string, theme: string): readonly Screen[] {
  return SCREENS.filter(({ name }) => WANTED.length === 0 || WANTED.some((part) => `${name}-${locale}-${theme}`.includes(part)))
}

async function takeScreens(address: string): Promise<void> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({ args: BROWSER_ARGS, ...(executablePath === null ? {} : { executablePath }) })
  await mkdir(OUTPUT, { recursive: true })
  for (const locale of LANGUAGES) {
    for (const theme of THEMES) {
      const contexts = new Map<string, BrowserContext>()
      for (const screen of wantedScreens(locale, theme)) {
        const key = `${screen.as} ${screen.phone === true}`
        const context = contexts.get(key) ?? (await signIn(browser, address, screen, locale, theme))
        contexts.set(key, context)
        const page = await context.newPage()
        await openScreen(page, screen, locale)
        await page.waitForLoadState('networkidle')
        const file = join(OUTPUT, `${screen.name}-${locale}-${theme}.png`)
        await page.screenshot({ path: file })
        process.stdout.write(`${file}\n`)
        await page.close()
      }
      for (const context of contexts.values()) await context.close()
    }
  }
  await browser.close()
}

await withApplication(takeScreens)
