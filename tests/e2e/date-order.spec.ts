import { expect, type Page, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'
import { uploadFile } from './upload-file'

/** An order of Harbor & Pine in a dealer's list, under columns that no file had before. */
function orderList(name: string, number: string, on: string) {
  const text = `Dealer Account,Order Number,Ordered On,PO Line,Vendor Part,Order Qty\n100001,${number},${on},1,HM2-BK,12\n`
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

async function expectOrderedOn(page: Page, number: string, day: string): Promise<void> {
  await page.goto(`/orders/C01/${number}`)
  await expect(page.locator('main')).toContainText(day)
}

test('a file whose dates fit both orders asks, and its next one is read as a person said', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'zh-CN', baseURL ?? '')
  await page.goto(await uploadFile(page, orderList('dealer-april.csv', '4599901', '03/04/2026'), '上传文件'))
  const question = page.getByRole('table', { name: '日期里，日在前还是月在前？' })
  const reading = question.getByRole('row', { name: /03\/04\/2026/ })
  await expect(reading).toContainText('2026年3月4日')
  await expect(reading).toContainText('2026年4月3日')
  await expect(async () => {
    await page.getByRole('button', { name: '日在前' }).click({ timeout: 2_000 })
    await expect(question).toHaveCount(0, { timeout: 20_000 })
  }).toPass()
  await expect(page.getByText('由人工确认')).toBeVisible()
  await expectOrderedOn(page, '4599901', '2026年4月3日')

  await context.addCookies([{ name: 'recoup-locale', value: 'en', url: baseURL ?? '' }])
  await page.goto(await uploadFile(page, orderList('dealer-august.csv', '4599902', '07/08/2026')))
  await expect(page.getByText('as a person said')).toBeVisible()
  await expectOrderedOn(page, '4599902', '7 Aug')
})
