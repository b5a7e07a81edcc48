import { expect, test } from '@playwright/test'
import { scanOf } from '@prisma-seed/story/scan-image'
import { buildMail } from '../factories/build-mail'
import { freshRemittance } from './fresh-remittance'
import { LIN_WEI, signInAs } from './sign-in-as'

const OPENED_MILLISECONDS = 60_000

test('a mail with two attachments gives three imports that lead to each other', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/imports')
  await page.getByRole('button', { name: 'Upload files' }).first().click()
  const scan = Buffer.from(scanOf('DELIVERY RECEIPT', ['PRO NUMBER: 771000001']))
  const buffer = buildMail('Advice and receipt of May', 'Both attached.', [
    { name: 'advice-of-may.edi', type: 'application/edi-x12', bytes: Buffer.from(freshRemittance('HP-990071', '99000071')) },
    { name: 'receipt-of-may.png', type: 'image/png', bytes: scan },
  ])
  await page.locator('input[type=file]').first().setInputFiles({ name: 'may.eml', mimeType: 'message/rfc822', buffer })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/accepted/)).toBeVisible({ timeout: OPENED_MILLISECONDS })
  await dialog.getByRole('link', { name: 'may.eml' }).click()
  await expect(page.getByRole('heading', { name: 'What it held' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'receipt-of-may.png' })).toBeVisible()
  await page.getByRole('link', { name: 'advice-of-may.edi' }).click()
  await expect(page.locator('h1')).toContainText('advice-of-may.edi')
  await expect(page.getByRole('heading', { name: 'Came in' })).toBeVisible()
  await page.getByRole('link', { name: 'may.eml' }).click()
  await expect(page.locator('h1')).toContainText('may.eml')
})

test('a scanned receipt is read by a person, by keyboard, and the deduction misses it no longer', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?q=TN-5594-C&tab=all')
  await page.locator('tbody').getByRole('link', { name: 'TN-5594-C' }).first().click()
  await page.locator('aside a[href^="/deductions/"]').first().click()
  await page.waitForURL(/\/deductions\/[0-9a-f-]{36}/)
  const deduction = page.url()
  await expect(page.getByText('Missing: proof of delivery')).toBeVisible()
  await page.goto('/documents')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Upload files' }).first().click()
  const buffer = Buffer.from(scanOf('DELIVERY RECEIPT', ['PRO NUMBER: 990434326', 'RECEIVED IN FULL, DRIVER LEFT']))
  await page.locator('input[type=file]').first().setInputFiles({ name: 'IMG_2042.png', mimeType: 'image/png', buffer })
  await expect(page.getByRole('dialog').getByText(/accepted/)).toBeVisible({ timeout: OPENED_MILLISECONDS })
  await page.goto('/documents?tab=needs-reading&q=IMG_2042')
  await page.getByRole('link', { name: 'IMG_2042.png' }).first().click()
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/)
  const paper = page.url()
  await expect(page.getByRole('img', { name: 'IMG_2042.png' })).toBeVisible()
  const form = page.getByRole('form', { name: 'What stands on the paper' })
  await form.getByLabel('What it is').selectOption('Proof of delivery')
  await form.getByLabel('PRO', { exact: true }).fill('990434326')
  for (const count of ['Cartons printed', 'Shipped', 'Received']) await form.getByLabel(count, { exact: true }).fill('12')
  await form.getByLabel('Signed', { exact: true }).selectOption('Yes')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/judged anew/)).toBeVisible()
  await page.goto(paper)
  await expect(page.getByText('Read by a person').first()).toBeVisible()
  await expect(page.locator('.rr').getByRole('link', { name: 'TN-5594-C' })).toBeVisible()
  await page.goto(deduction)
  await expect(page.getByRole('heading', { name: 'Verdict: invalid deduction' })).toBeVisible()
  await expect(page.getByText('Missing: proof of delivery')).toBeHidden()
})

test('uploads go on while another page is opened, and a reload tells what did not arrive', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/imports')
  // Work that earlier journeys asked for is counted beside the files.
  await expect(page.getByText(/\d running/)).toBeHidden({ timeout: OPENED_MILLISECONDS })
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/uploads*', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Upload files' }).first().click()
  const files = ['first.csv', 'second.csv', 'third.csv'].map((name) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`some,list\n1,${name}\n`),
  }))
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page.getByRole('button', { name: 'Continue in the background' }).click()
  await page.getByRole('link', { name: 'Deductions' }).first().click()
  await page.waitForURL(/\/deductions/)
  await expect(page.getByText('3 running')).toBeVisible()
  letGo()
  await expect(page.getByText('3 running')).toBeHidden({ timeout: OPENED_MILLISECONDS })
  await page.goto('/imports?q=third.csv')
  await expect(page.getByRole('link', { name: 'third.csv' })).toBeVisible()
  await page.route('**/api/uploads*', () => undefined)
  await page.getByRole('button', { name: 'Upload files' }).first().click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'lost.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  await expect(page.getByRole('dialog').getByText('lost.csv')).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByRole('button', { name: 'Upload files' }).first().click()
  await expect(page.getByRole('dialog').getByText('lost.csv')).toBeVisible()
  await expect(page.getByRole('dialog').getByText(/choose it again/i)).toBeVisible()
})
