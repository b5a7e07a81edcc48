import { expect, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

test('a specialist asks for one correction and accepts another difference', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/reconciliation?kind=order-price')
  const first = page.locator('main table tbody tr').first()
  const number = await first.locator('a').first().innerText()
  await first.locator('a').first().click()
  const peek = page.getByRole('complementary', { name: `Preview of ${number}` })
  await peek.getByRole('button', { name: 'Ask Sales' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(peek.getByText('Waiting for Sales')).toBeVisible()

  await page.goto('/reconciliation?kind=order-price')
  await page.locator('main table tbody input[type=checkbox]').first().check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('dialog').getByLabel('Why it may stay').fill('Rounding, below our limit')
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('1 difference accepted')).toBeVisible()
})
