import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { LIN_WEI, QIN_ZHAO, signInAs } from './sign-in-as'

const LOOKS = [
  {
    locale: 'zh-CN',
    width: 390,
    claim: 'KH-30771',
    words: {
      toFile: '待提交的材料包',
      left: /剩 \d+ 天|今天/,
      step: '给回执拍照',
      read: '查看索赔',
      download: '下载全部',
      number: '平台回执号',
      submitted: '我已提交',
      done: '已于',
    },
  },
  {
    locale: 'en',
    width: 320,
    claim: 'KH-30779',
    words: {
      toFile: 'Packages to file',
      left: /\d+ d · (urgent|soon)|today/,
      step: 'take a picture of the receipt',
      read: 'Read claim',
      download: 'Download all',
      number: 'Receipt no.',
      submitted: 'I submitted it',
      done: 'Filed on',
    },
  },
] as const

for (const { locale, width, claim, words } of LOOKS) {
  test(`an account manager files a package from a phone of ${width} px and brings back the proof (${locale})`, async ({
    page,
    context,
    baseURL,
    browser,
  }) => {
    test.setTimeout(240_000)
    await buildPackage(browser, baseURL ?? '', claim)
    await page.setViewportSize({ width, height: 780 })
    await signInAs(page, context, QIN_ZHAO, locale, baseURL ?? '')
    const toFile = page.getByRole('region', { name: words.toFile })
    await assertFits(page)
    await expect(toFile.getByRole('row').filter({ hasText: claim })).toContainText(words.left)
    await toFile.getByRole('link', { name: claim }).click()
    await page.waitForURL(/\/packages\/[0-9a-f-]{36}\/file/)
    await expect(page.getByRole('listitem').filter({ hasText: words.step })).toBeVisible()
    await assertFits(page)

    await page.getByRole('link', { name: new RegExp(words.read) }).click()
    await page.waitForURL(/\/deductions\/[0-9a-f-]{36}/)
    await expect(page.locator('h1')).toContainText(claim)
    await assertFits(page)
    await page.goBack()
    await page.waitForURL(/\/file$/)

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: new RegExp(words.download) }).click()])
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')

    const submit = page.getByRole('button', { name: words.submitted })
    await expect(submit).toBeDisabled()
    await expect(submit).toBeInViewport()
    // Chosen before the page listens, a file goes nowhere; a person chooses again.
    await expect(async () => {
      await page.locator('input[type=file]').setInputFiles({ name: `receipt-${claim}.png`, mimeType: 'image/png', buffer: PIXEL })
      await expect(submit).toBeEnabled({ timeout: 4_000 })
    }).toPass()
    await page.getByLabel(words.number).fill('TK-2026-1')
    await expect(async () => {
      await submit.click()
      await expect(page.getByText(new RegExp(`${words.done}|TK-2026-1`)).first()).toBeVisible({ timeout: 4_000 })
      await expect(submit).toBeHidden({ timeout: 4_000 })
    }).toPass()
    await expect(page.locator('main')).toContainText('TK-2026-1')
  })
}

test('lists are cards on a phone of 320 px, and nothing scrolls sideways there nor at 200 % zoom', async ({ page, context, baseURL }) => {
  await signInAs(page, context, QIN_ZHAO, 'en', baseURL ?? '')
  for (const size of [
    { width: 320, height: 640 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(size)
    for (const path of ['/', '/deductions?tab=all', '/packages?tab=ready', '/disputes?tab=filed', '/tasks?view=all']) {
      await page.goto(path)
      await expect(page.locator('main h1').first()).toBeAttached()
      await assertFits(page)
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/deductions?tab=all')
  const card = page.getByRole('table', { name: 'Deductions' }).getByRole('row').nth(1)
  await expect(card.locator('td[data-label="Next action"]')).toBeVisible()
  const link = card.getByRole('link').first()
  // The whole card opens the claim.
  const box = await card.boundingBox()
  await expect(async () => {
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 20, (box?.y ?? 0) + (box?.height ?? 0) - 8)
    await page.waitForURL(/peek=/, { timeout: 8_000 })
  }).toPass()
  await expect(page.getByRole('complementary')).toContainText((await link.innerText()).trim())
})

/** No part of the page is wider than the screen, and what can be pressed is at least 24 px high and wide. */
async function assertFits(page: Page): Promise<void> {
  await expect(page.locator('main')).toBeVisible()
  const found = await page.evaluate(() => {
    const main = document.getElementById('main')
    const wide = main === null || main.scrollWidth > main.clientWidth + 1 || document.documentElement.scrollWidth > window.innerWidth + 1
    const small = [...document.querySelectorAll<HTMLElement>('main button, main .btn, main select, main input:not([type=file])')]
      .filter((one) => one.checkVisibility() && one.closest('thead, .sr-only') === null && !one.matches('.sr-only'))
      .map((one) => ({ name: one.textContent ?? '', box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.height < 24 || box.width < 24)
      .map(({ name }) => name.trim())
    return { wide, small }
  })
  expect(found).toEqual({ wide: false, small: [] })
}

/** The specialist builds the package before. */
async function buildPackage(browser: Browser, address: string, claim: string): Promise<void> {
  const context = await browser.newContext({ baseURL: address })
  const page = await context.newPage()
  await signInAs(page, context, LIN_WEI, 'en', address)
  await page.goto(`/deductions?tab=all&q=${claim}`)
  const href = await page.locator('tbody').getByRole('link', { name: claim, exact: true }).getAttribute('href')
  const id = new URLSearchParams(href?.split('?')[1]).get('peek')
  await page.goto(`/packages/for/${id}`)
  const download = page.getByRole('link', { name: 'Download', exact: true })
  // A press before the page is ready goes nowhere; a person presses again.
  await expect(async () => {
    await page.getByRole('button', { name: 'Build package' }).first().click({ timeout: 5_000 })
    await expect(download.first()).toBeVisible({ timeout: 30_000 })
  }).toPass({ timeout: 120_000 })
  await context.close()
}

/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
