import { expect, type Page, test } from '@playwright/test'
import { freshRemittance } from './fresh-remittance'
import { LIN_WEI, signInAs } from './sign-in-as'

/** Uploads a remittance that withholds one claim and waits until the claim became a deduction. */
async function importClaim(page: Page, claim: string, payment: string): Promise<string> {
  const name = `${claim.toLowerCase()}.edi`
  await page.goto('/imports')
  await page.getByRole('button', { name: 'Upload files' }).first().click()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/edi-x12', buffer: freshRemittance(claim, payment) })
  const link = page.getByRole('dialog').getByRole('link', { name })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const address = (await link.getAttribute('href')) ?? ''
  await expect(async () => {
    await page.goto(`/deductions?tab=all&q=${claim}`)
    await expect(page.locator('tbody').getByRole('link', { name: claim })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 90_000 })
  return address
}

test('a wrong file is undone: the page says what goes, and it is gone', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const address = await importClaim(page, 'HP-UNDO-1', '9900051')
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
  const address = await importClaim(page, 'HP-UNDO-2', '9900052')
  await page.locator('tbody').getByRole('link', { name: 'HP-UNDO-2' }).click()
  await page.locator('aside a[href^="/deductions/"]').first().click()
  await page.waitForURL(/\/deductions\/[0-9a-f-]{36}/)
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
