import type { BrowserContext, Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@prisma-seed/story/people'

export const LIN_WEI = 'lin.wei@meridian.example'
export const QIN_ZHAO = 'qin.zhao@meridian.example'

/** Signs a person of the demo in, as people do, with the pages in the given language. */
export async function signInAs(page: Page, context: BrowserContext, email: string, locale: 'en' | 'zh-CN', address: string): Promise<void> {
  await context.addCookies([{ name: 'recoup-locale', value: locale, url: address }])
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: locale === 'en' ? 'Sign in' : '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
