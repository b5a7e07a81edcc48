import { expect, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'
import { uploadFile } from './upload-file'

/** Penalties in a table of nobody's, whose days fit both orders. */
const PENALTIES = [
  'Ticket,Raised,Why Charged,Our PO,Fee',
  'TK-88001,03/04/2026,22,4500118,66.00',
  'TK-88002,05/06/2026,22,4500118,33.00',
  '',
].join('\n')

const MEANINGS = { Ticket: 'claimNumber', Raised: 'claimedOn', 'Why Charged': 'code', 'Our PO': 'poNumber', Fee: 'amountMinor' }

test('a file that was read by a mapping is mapped anew: it comes in again, and both versions stand', async ({ page, context, baseURL }) => {
  test.setTimeout(150_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const file = { name: 'penalties.csv', mimeType: 'text/csv', buffer: Buffer.from(PENALTIES) }
  const first = await uploadFile(page, file)
  await page.goto(`${first}/map`)
  await page.getByLabel('Every row is').selectOption('portal-claims')
  for (const [title, field] of Object.entries(MEANINGS)) await page.getByLabel(`Meaning of ${title}`).selectOption(field)
  await page.getByLabel('Sent by').selectOption({ label: 'Harbor & Pine · C01' })
  const question = page.getByRole('group', { name: 'How does “Raised” write its dates?' })
  await question.getByLabel(/month first/i).check()
  await expect(page.locator('#preview')).toContainText('4 Mar 2026')
  await page.getByRole('button', { name: /^Save and import 2 rows/ }).click()
  await page.waitForURL((url) => url.pathname === first)
  await expect(page.getByText('Imported', { exact: true }).first()).toBeVisible()

  await page.getByRole('link', { name: 'Map columns' }).click()
  await expect(page.getByText('This file was read already')).toBeVisible()
  await question.getByLabel(/day first/i).check()
  await expect(page.locator('#preview')).toContainText('3 Apr 2026')
  await page.getByRole('button', { name: /^Save and import 2 rows/ }).click()
  await page.waitForURL((url) => /^\/imports\/[0-9a-f-]{36}$/.test(url.pathname) && url.pathname !== first)
  await expect(page.getByText('Imported', { exact: true }).first()).toBeVisible()

  await context.addCookies([{ name: 'recoup-locale', value: 'zh-CN', url: baseURL ?? '' }])
  await page.goto(first)
  await expect(page.locator('#main').getByText('已撤销').first()).toBeVisible()
  await page.getByRole('link', { name: '第 1 版' }).click()
  const history = page.locator('#history')
  await expect(history.getByText('第 2 版')).toBeVisible()
  await expect(history.getByText('第 1 版')).toBeVisible()
  await expect(history).toContainText('Raised')
  await expect(page.locator('#columns').getByRole('row', { name: /Raised/ })).toContainText('日在前')
})
