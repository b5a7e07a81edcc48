import { expect, type Page, test } from '@playwright/test'
import { LIN_WEI, QIN_ZHAO, signInAs } from './sign-in-as'

const AVERY_DOYLE = 'avery.doyle@meridian.example'

test('a saved view is shared, changed, and comes by mail to a colleague in her own language', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?tab=all&category=shortage&sort=amount&direction=desc')
  await openMenu(page, 'Standard')
  await page.getByRole('button', { name: 'Save as …' }).click()
  await page.getByLabel('Name').fill('Big shortages')
  await page.getByLabel('Share with the team').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(chip(page)).toContainText('Big shortages')

  await page.getByRole('link', { name: 'Amount' }).click()
  await expect(chip(page)).toContainText('*')
  await openMenu(page, 'Big shortages')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(chip(page)).not.toContainText('*')

  const hers = await (await browser.newContext()).newPage()
  await signInAs(hers, hers.context(), QIN_ZHAO, 'zh-CN', baseURL ?? '')
  await hers.goto(`${baseURL ?? ''}/deductions`)
  await openMenu(hers, '标准')
  await hers.getByRole('link', { name: /Big shortages/ }).click()
  await expect(chip(hers)).toContainText('Big shortages')
  await expect(hers.getByText('短缺').first()).toBeVisible()
  await openMenu(hers, 'Big shortages')
  await hers.getByRole('button', { name: '通过邮件接收…' }).click()
  await hers.getByLabel('频率').selectOption('daily')
  await hers.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(hers.getByText('邮件设置已保存')).toBeVisible()

  const admin = await (await browser.newContext()).newPage()
  await signInAs(admin, admin.context(), AVERY_DOYLE, 'en', baseURL ?? '')
  await expect(async () => {
    await admin.goto(`${baseURL ?? ''}/admin/outbox`)
    await expect(admin.getByText(/Big shortages：\d+ 条/).first()).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
})

test('disputes are kept as a view too', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'zh-CN', baseURL ?? '')
  await page.goto('/disputes?tab=all')
  await openMenu(page, '标准')
  await page.getByRole('button', { name: '另存为…' }).click()
  await page.getByLabel('名称').fill('全部申诉')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(chip(page)).toContainText('全部申诉')
})

function chip(page: Page) {
  return page.locator('.view-chip')
}

/** The menu is there before its script; the first press may come too early. */
async function openMenu(page: Page, name: string): Promise<void> {
  await expect(chip(page)).toContainText(name)
  await expect(async () => {
    if (!(await page.locator('.view-menu').isVisible())) await chip(page).click()
    await expect(page.locator('.view-menu')).toBeVisible({ timeout: 1000 })
  }).toPass()
}
