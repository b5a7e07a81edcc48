import { expect, type Page, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

test('a claim, a page, an action and a language are reached from anywhere by keyboard alone', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/imports')

  await open(page)
  await page.keyboard.type('881204')
  await expect(page.getByRole('option', { name: /HP-881204/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/deductions\/0/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('HP-881204')
  await page.waitForTimeout(1_000)

  await open(page)
  await page.keyboard.type('tolerances')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/reconciliation\/tolerances/)

  await open(page)
  await expect(page.getByRole('option', { name: /HP-881204/ })).toBeVisible()
  await page.keyboard.type('中文')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')

  await open(page)
  await page.keyboard.type('术语')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/help\/glossary/)
  await open(page)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
})

function palette(page: Page) {
  return page.locator('.palette')
}

/** The first press may come before the page listens. */
async function open(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await palette(page).isVisible())) await page.keyboard.press('Control+k')
    await expect(palette(page)).toBeVisible({ timeout: 1_000 })
  }).toPass()
}
