import { expect, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

test('a decision on a deduction that changed meanwhile shows what is different and loses no typing', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?verdict=undecided')
  const first = page.locator('tbody tr').first()
  await first.getByRole('link').first().click()
  await page.locator('aside a[href^="/deductions/"]').first().click()
  await page.waitForURL(/\/deductions\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: 'Change verdict' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Verdict').selectOption('invalid')
  await dialog.getByLabel('Reason').fill('The carrier confirmed the count.')

  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: 'Change verdict' }).click()
  await other.getByRole('dialog').getByLabel('Verdict').selectOption('valid')
  await other.getByRole('dialog').getByLabel('Reason').fill('We agreed with the buyer.')
  await other.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('dialog')).toBeHidden()

  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This changed since you opened it')
  await expect(dialog.getByRole('status')).toContainText('Verdict: Undecided → Valid')
  await expect(dialog.getByLabel('Reason')).toHaveValue('The carrier confirmed the count.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('The carrier confirmed the count.').first()).toBeVisible()
})
