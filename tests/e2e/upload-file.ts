import { expect, type Page } from '@playwright/test'
import type { Screen, Step } from './screen'

type Upload = { name: string; mimeType: string; buffer: Buffer }

/** Uploads a file as a person does and waits until its import is linked; answers the address of the import. */
export async function uploadFile(page: Page, file: Upload, button = 'Upload files'): Promise<string> {
  await page.goto('/imports')
  const link = page.getByRole('dialog').getByRole('link', { name: file.name })
  await expect(async () => {
    if (!(await page.getByRole('dialog').isVisible())) await page.getByRole('button', { name: button }).first().click()
    await expect(page.locator('input[type=file]')).toBeAttached({ timeout: 2_000 })
  }).toPass()
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(link).toBeVisible({ timeout: 60_000 })
  return (await link.getAttribute('href')) ?? ''
}

/** Opens a screen: its address, or the import of the file that it brings in, then the links to go through from there, and what is opened there. */
export async function openScreen(page: Page, { path, upload, follow = [], opened }: Screen, locale: string): Promise<void> {
  const file = upload && { name: upload.name, mimeType: 'text/csv', buffer: Buffer.from(upload.text) }
  await page.goto(file === undefined ? path : await uploadFile(page, file, locale === 'en' ? 'Upload files' : '上传文件'))
  for (const link of follow) {
    const href = await page.locator(link).first().getAttribute('href')
    if (href === null) throw new Error(`nothing to follow at ${link}`)
    await page.goto(href)
  }
  if (opened === undefined) return
  await page.waitForLoadState('networkidle')
  const shown = page.locator(opened.shows).first()
  // What was done before the page was alive is done again.
  await expect(async () => {
    if (await shown.isVisible()) return
    for (const step of opened.by) await take(page, step)
    await shown.waitFor({ timeout: 4_000 })
  }).toPass({ timeout: 30_000 })
}

async function take(page: Page, step: Step): Promise<void> {
  if ('click' in step) await page.locator(step.click).first().click({ timeout: 4_000 })
  else if ('press' in step) await page.keyboard.press(step.press)
  else if ('paste' in step) await page.evaluate(pasteText, step.paste())
  else await page.route('**/_next/static/**', (route) => route.abort())
}

/** What a paste on the page brings; runs in the browser. */
function pasteText(text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}
