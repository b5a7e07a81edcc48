import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { openFoundDeduction } from './found-deduction'
import { freshRemittance } from './fresh-remittance'
import { LIN_WEI, QIN_ZHAO, signInAs } from './sign-in-as'

type Words = {
  upload: string
  build: string
  download: string
  deductions: string
  overrule: string
  verdict: string
  reason: string
  save: string
  notFound: string
}

const WORDS: Readonly<Record<'en' | 'zh-CN', Words>> = {
  en: {
    upload: 'Upload files',
    build: 'Build package',
    download: 'Download',
    deductions: 'Deductions',
    overrule: 'Change verdict',
    verdict: 'Verdict',
    reason: 'Reason',
    save: 'Save',
    notFound: 'This page does not exist',
  },
  'zh-CN': {
    upload: '上传文件',
    build: '生成材料包',
    download: '下载',
    deductions: '扣款',
    overrule: '更改判定',
    verdict: '判定',
    reason: '理由',
    save: '保存',
    notFound: '页面不存在',
  },
}

for (const [index, locale] of (['en', 'zh-CN'] as const).entries()) {
  const words = WORDS[locale]
  const claim = `HP-99000${index + 1}`

  test(`a specialist goes from a fresh remittance to a downloaded package (${locale})`, async ({ page, context, baseURL }) => {
    test.setTimeout(240_000)
    await signInAs(page, context, LIN_WEI, locale, baseURL ?? '')
    await page.goto('/imports')
    await page.getByRole('button', { name: words.upload }).first().click()
    const remittance = { name: `fresh-820-${index}.edi`, mimeType: 'application/edi-x12', buffer: freshRemittance(claim, `990000${index}`) }
    await page.locator('input[type=file]').first().setInputFiles(remittance)
    await expect(page.getByRole('link', { name: remittance.name })).toBeVisible({ timeout: 60_000 })
    await openFoundDeduction(page, claim)
    await expect(page.locator('h1')).toContainText(claim)
    await expect(page.getByText('149.00').first()).toBeVisible()
    await overrule(page, words)
    await page.getByRole('link', { name: words.build }).click()
    await page.waitForURL(/\/packages\//)
    const download = page.getByRole('link', { name: words.download, exact: true })
    // A press before the page is ready goes nowhere; a person presses again.
    await expect(async () => {
      await page.getByRole('button', { name: words.build }).first().click()
      await expect(download.first()).toBeVisible({ timeout: 40_000 })
    }).toPass({ timeout: 130_000 })
    const [file] = await Promise.all([page.waitForEvent('download'), download.first().click()])
    const zip = await readFile(await file.path())
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    expect(zip.includes(Buffer.from('manifest.json'))).toBe(true)
    expect(file.suggestedFilename()).toContain(claim)
  })

  test(`an account manager sees only their own customers (${locale})`, async ({ page, context, baseURL, browser }) => {
    const foreign = await foreignDeduction(browser, baseURL ?? '')
    await signInAs(page, context, QIN_ZHAO, locale, baseURL ?? '')
    await page.goto('/deductions?tab=all&limit=500')
    const table = page.getByRole('table', { name: words.deductions })
    await expect(table).toBeVisible()
    const customers = await table.locator('tbody tr td:nth-child(3)').allInnerTexts()
    expect(customers.length).toBeGreaterThan(10)
    expect(new Set(customers)).not.toContain('Tern & Co. Canada')
    await page.goto(foreign)
    await expect(page.getByRole('heading', { name: words.notFound })).toBeVisible()
    expect(await page.content()).not.toContain('Tern &amp; Co. Canada')
    const search = await page.goto('/search?q=TN-5590-C')
    expect(search?.status()).toBe(200)
    await expect(page.locator('main')).not.toContainText('Tern & Co. Canada')
  })
}

// The invoice was paid before, so the machine may call it a duplicate or wait for a paper; the specialist decides.
async function overrule(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.overrule }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.verdict).selectOption('invalid')
  await dialog.getByLabel(words.reason).fill('Signed for in full, see delivery receipt.')
  // The machine may judge once more meanwhile: the form then says what is different and takes the same words again.
  await expect(async () => {
    await dialog.getByRole('button', { name: words.save }).click()
    await expect(dialog).toBeHidden({ timeout: 5_000 })
  }).toPass()
}

/** The address of a deduction that the account manager does not look after. */
async function foreignDeduction(browser: Browser, address: string): Promise<string> {
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  await signInAs(page, context, LIN_WEI, 'en', address)
  await openFoundDeduction(page, 'TN-5590-C')
  const { pathname } = new URL(page.url())
  await context.close()
  return pathname
}
