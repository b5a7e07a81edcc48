import { expect, test } from '@playwright/test'
import { findDeduction, openFoundDeduction } from './found-deduction'
import { LIN_WEI, signInAs } from './sign-in-as'
import { uploadRemittance } from './upload-remittance'

test('a wrong file is undone: the page says what goes, and it is gone', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const address = await uploadRemittance(page, 'HP-UNDO-1', '9900051')
  await findDeduction(page, 'HP-UNDO-1')
  await page.goto(address)
  await page.getByRole('link', { name: 'Undo import' }).click()
  await expect(page.locator('#records')).toContainText('Payments')
  await expect(page.locator('#deductions')).toContainText('1 deduction goes with it')
  await expect(page.locator('#deductions')).toContainText('149.00')
  await page.getByRole('button', { name: 'Undo import' }).click()
  await page.waitForURL((url) => url.pathname === address)
  await expect(page.getByText('This import was undone')).toBeVisible()
  await page.goto('/deductions?tab=all&q=HP-UNDO-1')
  await expect(page.locator('tbody').getByRole('link', { name: 'HP-UNDO-1' })).toHaveCount(0)
})

test('a file on which somebody decided is not undone, and the page says what stands against it', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const address = await uploadRemittance(page, 'HP-UNDO-2', '9900052')
  await openFoundDeduction(page, 'HP-UNDO-2')
  await page.getByRole('button', { name: 'Change verdict' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Verdict').selectOption('invalid')
  await dialog.getByLabel('Reason').fill('Counted at the dock.')
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden({ timeout: 5_000 })
  }).toPass()
  await page.goto(address)
  await page.getByRole('link', { name: 'Undo import' }).click()
  await expect(page.getByText('A deduction was decided')).toBeVisible()
  await expect(page.getByRole('link', { name: /HP-UNDO-2/ })).toHaveAttribute('href', /^\/deductions\//)
  await expect(page.getByRole('button', { name: 'Undo import' })).toHaveCount(0)
})
