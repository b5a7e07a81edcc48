import { expect, test } from '@playwright/test'
import { makeDeductions, onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

test('5,000 deductions are taken over in the background, seen from another page, and given back', async ({ page, context, baseURL }) => {
  test.setTimeout(240_000)
  await makeDeductions('BULKJ', 5_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=BULKJ')
  await expect(page.getByText('Filtered 5,000')).toBeVisible()
  await expect(async () => {
    await page.getByLabel('Select all rows on this page').check()
    await expect(page.getByRole('button', { name: 'Select all 5,000' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByRole('button', { name: 'Select all 5,000' }).click()
  await page.getByRole('button', { name: 'Take over' }).click()
  await expect(page.getByText('5,000 are being changed')).toBeVisible()

  // The work goes on while another page is read.
  await page.goto('/tasks')
  const tray = page.locator('.drop-down').filter({ has: page.locator('.job-tray') })
  await tray.locator('summary').click()
  const row = tray.getByRole('listitem').filter({ hasText: 'Give 5,000 deductions an owner' })
  await expect(row).toContainText('5,000 changed', { timeout: 120_000 })
  await row.getByRole('link').click()
  await page.waitForURL(/\/deductions\/bulk\//)
  await expect(page.getByRole('definition').filter({ hasText: '5,000' })).toBeVisible()
  const owned = () =>
    onJourneyDatabase<{ count: number }>(
      `select count(*)::int as count from deduction where reason_code = 'BULKJ' and owner_id is not null`,
    )
  expect(await owned()).toEqual([{ count: 5_000 }])

  await expect(async () => {
    await page.getByRole('button', { name: 'Undo 5,000 changes' }).click({ timeout: 2_000 })
    await expect(page.getByText('They are being taken back')).toBeVisible({ timeout: 4_000 })
  }).toPass()
  await expect.poll(owned, { timeout: 120_000 }).toEqual([{ count: 0 }])
})
