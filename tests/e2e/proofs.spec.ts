import { expect, type Page, test } from '@playwright/test'
import { textPaper } from '@prisma-seed/story/paper-page'
import { signInAs } from './sign-in-as'

const WANG_XIN = 'wang.xin@meridian.example'
const JUDGED_MILLISECONDS = 60_000

type Words = {
  locale: 'en' | 'zh-CN'
  at: number
  weak: RegExp
  ask: string
  openSubject: string
  request: RegExp
  upload: string
  taken: RegExp
  better: RegExp
  gradeB: string
  done: string
  received: RegExp
}

const ENGLISH: Words = {
  locale: 'en',
  at: 0,
  weak: /Grade [CD]/,
  ask: 'Ask for a better one',
  openSubject: 'Open what it is about',
  request: /Better proof of delivery for/,
  upload: 'Upload files',
  taken: /accepted/,
  better: /A better paper stands in its place/,
  gradeB: 'Grade B',
  done: 'Done',
  received: /Cartons received/,
}
const CHINESE: Words = {
  locale: 'zh-CN',
  at: -1,
  weak: /[CD] 级/,
  ask: '请承运商重新提供',
  openSubject: '打开相关记录',
  request: /重新索取签收单/,
  upload: '上传文件',
  taken: /接受|已导入/,
  better: /已由更好的单据代替/,
  gradeB: 'B 级',
  done: '已完成',
  received: /收货箱数/,
}

for (const words of [ENGLISH, CHINESE])
  test(`a weak receipt is asked for again by itself and replaced by a better one (${words.locale})`, async ({ page, context, baseURL }) => {
    await signInAs(page, context, WANG_XIN, words.locale, baseURL ?? '')
    await page.goto('/tasks')
    const requests = page.locator('main table').getByRole('link', { name: words.request })
    // One language takes the first, the other the last: a request that was met is gone from the list.
    await requests.nth(words.at).click()
    const about = page.getByRole('link', { name: words.openSubject })
    await about.click()
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/)
    const weak = page.url()
    const proof = page.locator('#proof')
    await expect(proof).toContainText(words.weak)
    const numbers = await proof.locator('dd').allInnerTexts()
    const [, pro = ''] = numbers
    expect(pro).toMatch(/\d{6}/)
    // What the weak one counted, if anything: a better paper that counts otherwise would be left to a person.
    const told = await page.getByRole('row', { name: words.received }).first().innerText()
    const received = /\t\s*(\d+)/.exec(told)?.[1] ?? '26'
    // Nobody had to press: the request came with the grade, and is there once.
    await expect(page.getByText(words.request)).toHaveCount(1)
    await expect(proof.getByRole('button', { name: words.ask })).toBeHidden()
    await sendBetter(page, words, pro, received)
    await expect(async () => {
      await page.goto(weak)
      await expect(page.getByText(words.better)).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: JUDGED_MILLISECONDS })
    await proof.getByRole('link').first().click()
    await expect(page.locator('#proof')).toContainText(words.gradeB)
    await page.goto('/tasks?state=closed')
    await expect(page.locator('main').getByText(pro).first()).toBeVisible()
  })

async function sendBetter(page: Page, words: Words, pro: string, received: string): Promise<void> {
  const lines = [
    `PRO number: ${pro}`,
    'Customer PO: see bill of lading',
    'Delivered: 03/18/2026 10:41',
    `Pieces received: ${received} CTN`,
    'Received by: S. Novak   [signature]',
    'Stamp: RECEIVED 03/18/2026 GATE 4',
  ]
  const bytes = await textPaper([{ title: 'DELIVERY RECEIPT', lines, signedLine: 4, stampedLine: 5, footer: 'Carrier archive.' }])
  await page.goto('/documents')
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.getByRole('button', { name: words.upload }).first().click()
    await expect(dialog).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `POD_${pro}_again.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
  await expect(dialog.getByText(words.taken).first()).toBeVisible({ timeout: JUDGED_MILLISECONDS })
}
