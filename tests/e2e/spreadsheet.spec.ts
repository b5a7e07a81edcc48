import { expect, test } from '@playwright/test'
import { makeDeductions, onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

test('500 rows of a spreadsheet are pasted, shown as changes, written at once and taken back', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000)
  await makeDeductions('PASTEJ', 500)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=PASTEJ')
  await expect(page.getByText('Filtered 500')).toBeVisible()
  const lines = Array.from({ length: 500 }, (_, at) => `PASTEJ-${at + 1}\t100.00\tlin.wei@meridian.example\tchecked with the buyer`)
  const cells = ['Claim no.\tAmount\tOwner\tNote', ...lines, 'PASTEJ-9999\t1\tlin.wei@meridian.example\t'].join('\r\n')
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells)
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    await page.keyboard.press('Control+v')
    await expect(dialog).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(dialog).toContainText('500 will change')
  await expect(dialog).toContainText('1 cannot be written')
  await dialog.getByRole('button', { name: 'Write 500 changes' }).click()
  await expect(page.getByText('500 deductions changed')).toBeVisible({ timeout: 30_000 })
  const owned = () =>
    onJourneyDatabase<{ count: number }>(
      `select count(*)::int as count from deduction where reason_code = 'PASTEJ' and owner_id is not null`,
    )
  expect(await owned()).toEqual([{ count: 500 }])
  await page.getByRole('button', { name: 'See and undo' }).click()
  await page.waitForURL(/\/deductions\/bulk\//)
  await expect(async () => {
    await page.getByRole('button', { name: 'Undo 500 changes' }).click({ timeout: 2_000 })
    await expect(page.getByText('They are being taken back')).toBeVisible({ timeout: 4_000 })
  }).toPass()
  await expect.poll(owned, { timeout: 60_000 }).toEqual([{ count: 0 }])
})

test('cells are chosen with the mouse and the keyboard, summed per currency, and copied as a spreadsheet takes them', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?tab=all&sort=claim&q=HP-8812')
  const amounts = page.locator('td[data-column=amount]')
  const sums = page.locator('.stat .rg')
  await expect(async () => {
    await amounts.nth(0).click()
    await amounts.nth(2).click({ modifiers: ['Shift'] })
    await expect(sums).toContainText('3 cells', { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(sums).toContainText('2 cells')
  await page.keyboard.press('Control+c')
  const raw = await amounts.evaluateAll((cells) => cells.slice(0, 2).map((cell) => cell.getAttribute('data-raw')))
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(raw.join('\r\n'))
  expect(raw[0]).toMatch(/^\d+\.\d{2}$/)
  await page.keyboard.press('Escape')
  await expect(sums).toBeHidden()
})
