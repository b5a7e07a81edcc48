import { expect, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

/** Open deductions the evidence has decided and nobody has: what a specialist goes through with the keys. */
const LIST = '/deductions?tab=all&state=new&verdict=invalid&limit=25'

test('twenty deductions are gone through by keys alone: from row to row, chosen, confirmed, taken back, taken over', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto(LIST)
  const rows = page.getByRole('table', { name: 'Deductions' }).locator('tbody tr')
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(20)
  const bar = page.getByRole('toolbar', { name: 'Bulk actions' })
  // Keys pressed before the page listens are lost; a person presses again.
  await expect(async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('x')
    await expect(bar).toBeVisible({ timeout: 1_000 })
  }).toPass()
  for (let row = 1; row < 20; row += 1) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  await expect(bar.getByText('20 selected')).toBeVisible()
  await page.keyboard.press('y')
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.locator('[data-sonner-toast]').getByText('Taken back').first()).toBeVisible()
  await expect(undo).toHaveCount(0)
  await page.reload()
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(20)
  await expect(async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('x')
    await expect(bar).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('a')
  await expect(page.getByText('1 deduction moved')).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.locator('[data-sonner-toast]').getByText('Taken back').first()).toBeVisible()
})
