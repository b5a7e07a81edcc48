import { expect, test } from '@playwright/test'
import { signInAs } from './sign-in-as'

const HELENA_STROUD = 'helena.stroud@meridian.example'

test('every figure of the weekly report opens rows of the same total', async ({ page, context, baseURL }) => {
  await signInAs(page, context, HELENA_STROUD, 'en', baseURL ?? '')
  await page.goto('/insight')
  await expect(page.getByText('Adds up', { exact: true })).toBeVisible()
  // Both days name their year: a week may begin in one and end in the next.
  await expect(page.locator('.banner time')).toHaveText([/ 20\d\d$/, / 20\d\d$/])
  const figures = page.locator('dl.figures a')
  const totals = await figures.allInnerTexts()
  expect(totals).toHaveLength(6)
  for (const [index, total] of totals.entries()) {
    await figures.nth(index).click()
    await page.waitForURL(/\/(insight\/rows|deductions)\?/)
    await expect(page.getByText(total, { exact: true }).first()).toBeVisible()
    await page.goto('/insight')
  }
})
