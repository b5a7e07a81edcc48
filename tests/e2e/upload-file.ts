import { expect, type Page } from '@playwright/test'

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
