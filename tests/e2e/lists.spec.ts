import { expect, type Page, test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { LIN_WEI, QIN_ZHAO, signInAs } from './sign-in-as'

/** Makes one condition over a list; the first press may come before the page listens. */
async function addCondition(
  page: Page,
  words: { open: string; dialog: string; field: string; operator: string; show: string },
  condition: string[],
) {
  const dialog = page.getByRole('dialog', { name: words.dialog })
  await expect(async () => {
    await page.getByRole('button', { name: words.open, exact: true }).click()
    await expect(dialog).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const [field = '', operator = '', value = ''] = condition
  await dialog.getByRole('button', { name: words.open.replace(/s$/, ''), exact: true }).click()
  await dialog.getByLabel(words.field).selectOption(field)
  await dialog.getByLabel(words.operator).selectOption(operator)
  if (value !== '') await dialog.getByRole('textbox').fill(value)
  await dialog.getByRole('button', { name: words.show }).click()
  await page.waitForURL(/where=/)
}

test('invoices are narrowed, sorted by two columns, read to the end, summed and taken along as a file', async ({
  page,
  context,
  baseURL,
}) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/invoices?tab=deducted')
  const words = { open: 'Conditions', dialog: 'Conditions', field: 'Field', operator: 'Comparison', show: 'Show' }
  await addCondition(page, words, ['deducted', 'over', '100'])
  await page.getByRole('link', { name: 'Customer', exact: true }).click()
  await page.waitForURL(/sort=customer/)
  await page.getByRole('link', { name: 'Billed' }).click({ modifiers: ['Shift'] })
  await page.waitForURL(/then=net/)
  const found = await page.getByText(/^Filtered \d+$/).textContent()
  const count = Number(found?.replace(/\D/g, ''))
  expect(count).toBeGreaterThan(1)

  // A range is summed as a spreadsheet does it.
  const cell = page.locator('td[data-column=net]')
  await cell.nth(0).click()
  await cell.nth(1).click({ modifiers: ['Shift'] })
  await expect(page.locator('.rg')).toContainText('2 cells')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'XLSX' }).click()
  const tray = page.locator('.drop-down').filter({ has: page.locator('.job-tray') })
  await tray.locator('summary').click()
  await tray.getByRole('listitem').filter({ hasText: 'Invoices as XLSX' }).getByRole('link').first().click({ timeout: 60_000 })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await (await download).path())
  const sheet = book.getWorksheet('Invoices')
  expect(sheet?.rowCount).toBe(count + 1)
  expect(sheet?.getRow(1).getCell(1).value).toBe('Invoice no.')
})

test('disputes have the same conditions in Chinese, with the words of each state', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'zh-CN', baseURL ?? '')
  await page.goto('/disputes?tab=all')
  await addCondition(page, { open: '条件', dialog: '筛选条件', field: '字段', operator: '比较方式', show: '显示' }, [
    'amount',
    'over',
    '500',
  ])
  await expect(page.getByRole('button', { name: /金额.*500/ })).toBeVisible()
  await page.getByRole('link', { name: '状态' }).click()
  await page.waitForURL(/sort=state/)
  await expect(page.locator('td[data-column=state]').first()).toHaveText(/^(败诉|胜诉|部分胜诉|已答复)$/)
})

test('an account manager sees payments of the own customers only', async ({ page, context, baseURL }) => {
  await signInAs(page, context, QIN_ZHAO, 'en', baseURL ?? '')
  await page.goto('/payments')
  await expect(page.getByRole('table')).toBeVisible()
  const ours = page.locator('td[data-column=customer]')
  await expect(ours.first()).toBeVisible()
  // A colleague's customer.
  await expect(ours.filter({ hasText: 'Lantern Row Marketplace' })).toHaveCount(0)
  await page.goto('/payments?customer=C02')
  await expect(page.getByText('Filtered 0')).toBeVisible()
})
