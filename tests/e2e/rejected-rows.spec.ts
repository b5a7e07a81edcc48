import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { LIN_WEI, signInAs } from './sign-in-as'

const HEADER = 'Claim Number,Claim Date,Reason Code,Description,PO Number,Invoice Number,Quantity,Unit Cost,Amount'
const claim = (number: string, on: string, amount: string) => `${number},${on},22,Carton shortage,4500118,90417733,2,33.00,${amount}`

/** Five claims of Harbor & Pine, three of which cannot be read, and the total of all five. */
const CLAIMS = [
  HEADER,
  claim('RJ-1', '11/17/2026', '66.00'),
  claim('RJ-2', '02/30/2026', '66.00'),
  claim('RJ-3', '11/18/2026', 'xx.xx'),
  claim('', '11/19/2026', '10.00'),
  claim('RJ-5', '11/20/2026', '33.00'),
  'Total,,,,,,,,241.00',
].join('\n')

/** What a person writes into the workbook, by the row of the file. */
const CORRECTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'row 3': { 'Claim Date': '02/28/2026' },
  'row 4': { Amount: '66.00' },
  'row 5': { 'Claim Number': 'RJ-4' },
}

test('a specialist corrects the rejected rows of a claims file, and every row is accounted for', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await upload(page)
  await expectEquation(page, ['Read 5', 'Accepted 2', 'Duplicate 0', 'Rejected 3', 'Blank 0'])
  await expect(page.getByText('Every row is accounted for')).toBeVisible()
  const totals = page.getByRole('table', { name: 'Control totals' })
  await expect(totals).toContainText('241.00')
  await expect(totals).toContainText('142.00')

  const rejected = page.getByRole('table', { name: 'Rejected rows' })
  await expect(rejected.getByRole('row', { name: /Row 3 .*Claimed on.*The date cannot be read\. It says “02\/30\/2026”\./ })).toBeVisible()
  await expect(rejected.getByRole('row', { name: /Row 4 .*Amount.*The number cannot be read\. It says “xx\.xx”\./ })).toBeVisible()
  await expect(rejected.getByRole('row', { name: /Row 5 .*Claim.*A value that is needed is missing\./ })).toBeVisible()

  await context.addCookies([{ name: 'recoup-locale', value: 'zh-CN', url: baseURL ?? '' }])
  await page.reload()
  const turnedAway = page.getByRole('table', { name: '被拒行' })
  await expect(turnedAway.getByRole('row', { name: /第 3 行.*日期.*原文为“02\/30\/2026”。/ })).toBeVisible()
  await expect(turnedAway.getByRole('row', { name: /第 4 行.*金额.*原文为“xx\.xx”。/ })).toBeVisible()
  await context.addCookies([{ name: 'recoup-locale', value: 'en', url: baseURL ?? '' }])
  await page.reload()

  await page.getByLabel('Upload corrected rows').setInputFiles({
    name: 'corrected.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await correctedWorkbook(page),
  })
  await expect(page.getByText('3 of them corrected')).toBeVisible()
  await expectEquation(page, ['Read 5', 'Accepted 2', 'Duplicate 0', 'Rejected 3', 'Blank 0'])
  await expect(page.getByText('Every row is accounted for')).toBeVisible()
  await expect(totals.getByRole('row', { name: /With the corrections/ })).toContainText('= 241.00')
  await expect(page.getByText('They agree')).toBeVisible()

  await page.getByRole('link', { name: 'Rejected rows' }).click()
  await rejected
    .getByRole('link', { name: /in import \d+/ })
    .first()
    .click()
  await expectEquation(page, ['Read 3', 'Accepted 3', 'Rejected 0'])
})

test('a rejected row leads to its line in the file, with the cell that is meant', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await upload(page)
  await page.getByRole('link', { name: 'Rejected rows' }).click()
  await page.getByRole('table', { name: 'Rejected rows' }).getByRole('link', { name: 'Row 4' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Row 4')
  const place = page.getByRole('table', { name: 'As it stands in the file' })
  await expect(place.locator('tr[aria-current]')).toContainText('RJ-3')
  await expect(place.locator('mark')).toHaveText('xx.xx')
})

async function upload(page: Page): Promise<void> {
  await page.goto('/imports')
  await page.getByRole('button', { name: 'Upload files' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'claims-november.csv', mimeType: 'text/csv', buffer: Buffer.from(CLAIMS) })
  await expect(dialog.getByText(/2 accepted, 0 duplicate, 3 rejected|Came before/)).toBeVisible({ timeout: 60_000 })
  await dialog.getByRole('link', { name: 'claims-november.csv' }).click()
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
}

async function expectEquation(page: Page, terms: readonly string[]): Promise<void> {
  const figures = page.locator('dl.figures').first()
  for (const term of terms) {
    const [name = '', value = ''] = term.split(' ')
    await expect(figures.locator('div', { has: page.getByText(name, { exact: true }) }).locator('dd.fig')).toContainText(value)
  }
}

async function correctedWorkbook(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'XLSX' }).click()
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await readFile(await (await download).path())).buffer)
  const [sheet] = book.worksheets
  const titles = sheet?.getRow(1).values as string[]
  sheet?.eachRow((row) => {
    for (const [title, value] of Object.entries(CORRECTIONS[String(row.getCell(1).value)] ?? {}))
      row.getCell(titles.indexOf(title)).value = value
  })
  return Buffer.from(await book.xlsx.writeBuffer())
}
