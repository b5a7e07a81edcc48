import { expect, test } from '@playwright/test'
import { freshOrder, freshOrderList } from './fresh-order'
import { LIN_WEI, signInAs } from './sign-in-as'
import { uploadFile } from './upload-file'

test('a specialist asks for one correction and accepts another difference', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/reconciliation?kind=order-price')
  const first = page.locator('main table tbody tr').first()
  const number = await first.locator('a').first().innerText()
  await first.locator('a').first().click()
  const peek = page.getByRole('complementary', { name: `Preview of ${number}` })
  await peek.getByRole('button', { name: 'Ask Sales' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
  await expect(peek.getByText('Waiting for Sales')).toBeVisible()

  await page.goto('/reconciliation?kind=order-price')
  await page.locator('main table tbody input[type=checkbox]').first().check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('dialog').getByLabel('Why it may stay').fill('Rounding, below our limit')
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('1 difference accepted')).toBeVisible()
})

const HEADPHONES = '5000100'
const texts = {
  en: {
    upload: 'Upload files',
    waiting: 'Waiting for Order management',
    ask: 'Ask Order management',
    send: 'Send',
    mail: 'Mail',
    outbox: 'Put into the outbox',
    mailed: 'Correction asked by mail: tom.keller@meridian.example',
    closed: 'Both sides agree: closed by itself',
    papers: 'Papers side by side',
    ordered: '120 EA',
    resolved: 'Both sides agree by now',
    again: 'Compare again',
    compared: 'All systems compared',
  },
  'zh-CN': {
    upload: '上传文件',
    waiting: '等待订单管理',
    ask: '请订单管理更正',
    send: '发送',
    mail: '邮件',
    outbox: '放入发件箱',
    mailed: '已用邮件请求更正：tom.keller@meridian.example',
    closed: '双方一致，自动关闭',
    papers: '单据对照',
    ordered: '120 件',
    resolved: '双方已一致',
    again: '重新比对',
    compared: '各系统已比对',
  },
} as const

for (const [locale, words] of Object.entries(texts)) {
  test(`a difference closes by itself after the corrected file (${locale})`, async ({ page, context, baseURL }) => {
    // Three files are read and the whole demo company is compared twice.
    test.setTimeout(240_000)
    await signInAs(page, context, LIN_WEI, locale as keyof typeof texts, baseURL ?? '')
    const [number, sales] = locale === 'en' ? ['45990118', '11990118'] : ['45990227', '11990227']
    const list = (name: string, quantity: number) => ({
      name,
      mimeType: 'text/csv',
      buffer: freshOrderList(number, sales, HEADPHONES, quantity),
    })
    await uploadFile(page, { name: `po-${number}.edi`, mimeType: 'application/edi-x12', buffer: freshOrder(number, 120) }, words.upload)
    await uploadFile(page, list(`va05-${number}-a.csv`, 96), words.upload)
    const compare = async () => {
      await page.goto('/reconciliation')
      await expect(async () => {
        await page.getByRole('button', { name: words.again }).click()
        await expect(page.getByText(words.compared).first()).toBeVisible({ timeout: 15_000 })
      }).toPass()
    }
    await compare()
    await page.goto(`/reconciliation?state=all&kind=order-quantity&q=${number}`)
    await page.locator('main table tbody tr').first().locator('a').first().click()
    await page.locator('aside a[href^="/reconciliation/0"]').click()
    await page.waitForURL(/\/reconciliation\/0/)
    const papers = page.getByRole('table', { name: words.papers })
    await expect(papers.locator('td.bad')).toHaveCount(2)
    await expect(papers).toContainText(words.ordered)
    await expect(papers).toContainText('96')
    await expect(async () => {
      if (!(await page.getByRole('dialog').isVisible())) await page.getByRole('button', { name: words.ask }).click()
      await page.getByRole('dialog').getByRole('button', { name: words.send }).click({ timeout: 3_000 })
    }).toPass()
    await expect(page.getByText(words.waiting).first()).toBeVisible()
    await page.getByRole('button', { name: words.mail, exact: true }).click()
    await expect(page.getByRole('dialog').locator('textarea')).toHaveValue(/120/)
    await page.getByRole('dialog').getByRole('button', { name: words.outbox }).click()
    await expect(page.locator('#history').getByText(words.mailed)).toBeVisible()
    const difference = page.url()
    await uploadFile(page, list(`va05-${number}-b.csv`, 120), words.upload)
    await compare()
    await page.goto(difference)
    await expect(page.getByText(words.resolved).first()).toBeVisible()
    await expect(page.locator('#history').getByText(words.closed)).toBeVisible()
    await expect(papers.locator('td.bad')).toHaveCount(0)
  })
}
