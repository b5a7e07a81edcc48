import { expect, test } from '@playwright/test'
import { makeDeductions } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

test('conditions are made, kept in the address, changed by their chip and taken out', async ({ page, context, baseURL }) => {
  await makeDeductions('CONDJ', 5)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=CONDJ')
  const dialog = page.getByRole('dialog', { name: 'Conditions' })
  // The first press may come before the page listens.
  await expect(async () => {
    await page.getByRole('button', { name: 'Conditions', exact: true }).click()
    await expect(dialog).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await dialog.getByRole('button', { name: 'Condition', exact: true }).click()
  await dialog.getByLabel('Field').selectOption({ label: 'Claim no.' })
  await dialog.getByRole('button', { name: 'Show' }).click()
  await expect(dialog.getByText('Write what to look for.')).toBeVisible()
  await dialog.getByLabel('Claim no.: value').fill('condj 3')
  await dialog.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/where=/)
  await expect(page.getByRole('link', { name: 'CONDJ-3', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'CONDJ-2', exact: true })).toHaveCount(0)
  await expect(page.getByText('Filtered 1')).toBeVisible()

  await page.getByRole('button', { name: /^Change condition Claim no\./ }).click()
  await dialog.getByLabel('How conditions join').selectOption('any')
  await dialog.getByRole('button', { name: 'Condition', exact: true }).click()
  await dialog.getByLabel('Field').nth(1).selectOption({ label: 'Claim no.' })
  await dialog.getByLabel('Claim no.: value').nth(1).fill('CONDJ-2')
  await dialog.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Filtered 2')).toBeVisible()
  await page.getByRole('link', { name: /^Remove condition Claim no\. contains condj 3/ }).click()
  await expect(page.getByText('Filtered 1')).toBeVisible()
  await expect(page.getByRole('link', { name: 'CONDJ-2', exact: true })).toBeVisible()
})

test('values are counted and ticked by keys, and amounts typed in Chinese units', async ({ page, context, baseURL }) => {
  await makeDeductions('FACETJ', 4)
  await signInAs(page, context, LIN_WEI, 'zh-CN', baseURL ?? '')
  await page.goto('/deductions?code=FACETJ')
  const counts = page.getByRole('group', { name: '分类计数' })
  await expect(async () => {
    await page.getByText('分类计数', { exact: true }).first().focus()
    await page.keyboard.press('Enter')
    await expect(counts.getByRole('checkbox').first()).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await counts.getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await page.waitForURL(/state=/)
  await expect(page.getByText('筛出 4 行', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '条件', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '筛选条件' })
  await dialog.getByRole('button', { name: '条件', exact: true }).click()
  await dialog.getByLabel('字段').selectOption('amount')
  await dialog.getByLabel('比较方式').selectOption('over')
  await dialog.getByRole('textbox').fill('￥１.5万')
  await dialog.getByRole('button', { name: '显示' }).click()
  await page.waitForURL(/15000/)
  await expect(page.getByText('筛出 0 行', { exact: true })).toBeVisible()
})

test('an address that says nonsense shows a note and the list', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?where=%7B%22all%22%3A%5B%5B%22amount%22%2C%22over%22%2C%22x%22%5D%5D%7D&after=bnVsbA&sort=amount')
  await expect(page.getByText('The conditions in this address cannot be read')).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
})
