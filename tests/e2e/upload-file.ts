import { expect, type Page } from '@playwright/test'
import type { Screen } from './screens'

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

/** Opens a screen: its address, or the import of the file that it brings in, then the links to go through from there. */
export async function openScreen(page: Page, { path, upload, follow = [] }: Screen, locale: string): Promise<void> {
  const file = upload && { name: upload.name, mimeType: 'text/csv', buffer: Buffer.from(upload.text) }
  await page.goto(file === undefined ? path : await uploadFile(page, file, locale === 'en' ? 'Upload files' : '上传文件'))
  for (const link of follow) {
    const href = await page.locator(link).first().getAttribute('href')
    if (href === null) throw new Error(`nothing to follow at ${link}`)
    await page.goto(href)
  }
}
