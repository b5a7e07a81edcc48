import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { SCREENS } from './screens'
import { signInAs } from './sign-in-as'
import { openScreen } from './upload-file'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Hands the focus on from the end of a menu to its beginning, and back: nobody stays on it, so that nothing needs to be said of it. */
const FOCUS_GUARD = '[data-base-ui-focus-guard]'
const LOOKS = [
  { locale: 'en', theme: 'light' },
  { locale: 'zh-CN', theme: 'dark' },
] as const

for (const { locale, theme } of LOOKS) {
  // What opens over a page is the same in every look, for its colours are those of the page.
  const shown = SCREENS.filter(({ once, opened }) => theme === 'light' || (once !== true && opened === undefined))
  for (const as of new Set(shown.map((screen) => screen.as))) {
    const screens = shown.filter((screen) => screen.as === as)
    test(`the screens of ${as ?? 'nobody'} meet WCAG 2.2 AA and lack no text (${locale}, ${theme})`, async ({ page, context, baseURL }) => {
      test.setTimeout(60_000 + screens.length * 30_000)
      await context.addCookies([{ name: 'recoup-theme', value: theme, url: baseURL ?? '' }])
      const lacking: string[] = []
      page.on('console', (message) => {
        if (message.text().includes('MISSING_MESSAGE')) lacking.push(`${page.url()}: ${message.text()}`)
      })
      if (as !== null) await signInAs(page, context, as, locale, baseURL ?? '')
      for (const screen of screens) {
        await page.setViewportSize(screen.phone === true ? { width: 390, height: 844 } : { width: 1440, height: 900 })
        await openScreen(page, screen, locale)
        await page.locator('main h1').first().waitFor({ state: 'attached' })
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude(FOCUS_GUARD).analyze()
        const found = violations.map(
          ({ id, nodes }) =>
            `${screen.name}: ${id} ${nodes
              .map((node) => node.target.join(' '))
              .slice(0, 3)
              .join(', ')}`,
        )
        expect.soft(found).toEqual([])
      }
      expect(lacking).toEqual([])
    })
  }
}
