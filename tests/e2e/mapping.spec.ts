import { expect, type Page, test } from '@playwright/test'
import { freshRemittance } from './fresh-remittance'
import { LIN_WEI, QIN_ZHAO, signInAs } from './sign-in-as'

/** A claims file of a portal nobody knows, with Chinese titles, lines above the header, its own total and dates that fit both orders. */
function portalFile(claims: readonly (readonly string[])[], total: string): Buffer {
  const lines = [
    ['供应商门户导出', '', '', '', ''],
    ['供应商编号', '88172', '', '', ''],
    ['打印时间', '2026/11/20 08:15', '', '', ''],
    ['', '', '', '', ''],
    ['罚单流水', '登账', '费用类型', '采购单编号', '应扣金额'],
    ...claims,
    ['合计', '', '', '', total],
  ]
  return Buffer.from(`\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`)
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })

async function upload(page: Page, files: ReturnType<typeof file>[], button: string): Promise<void> {
  await page.goto('/imports?tab=all')
  await page.getByRole('button', { name: button }).click()
  await page.locator('input[type=file]').setInputFiles(files)
}

test('an account manager maps a new portal once, and its next file goes through by itself', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000)
  await signInAs(page, context, QIN_ZHAO, 'zh-CN', baseURL ?? '')
  const october = portalFile(
    [
      ['HPX-70001', '03/04/26', '22', '4500118', '149.00'],
      ['HPX-70002', '05/04/26', '22', '4500118', '75.50'],
    ],
    '224.50',
  )
  // The payment that withholds the first claim comes with it.
  const remittance = { ...file('harbor-payment.edi', freshRemittance('HPX-70001', 'CHK-70001')), mimeType: 'text/plain' }
  await upload(page, [remittance, file('harbor-october.csv', october)], '上传文件')
  await page.getByRole('dialog').getByRole('link', { name: '设置列映射' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toContainText('harbor-october.csv')
  await expect(page.getByLabel('每一行是')).toHaveValue('portal-claims')
  await expect(page.getByLabel('罚单流水 的含义')).toHaveValue('claimNumber')
  await page.getByLabel('来自').selectOption({ label: 'Harbor & Pine · C01' })
  const take = page.getByRole('button', { name: /^保存并导入/ })
  await expect(take).toBeDisabled()

  // Both readings stand beside the file's own values; nothing is taken over before one is chosen.
  const question = page.getByRole('group', { name: '“登账”的日期怎么写？' })
  await expect(question.getByRole('row', { name: /日在前/ })).toContainText('2026年4月3日')
  await question.getByLabel(/月在前/).check()
  await expect(page.locator('#preview')).toContainText('2026年3月4日')
  await expect(page.locator('#preview')).toContainText('224.50')
  await expect(page.locator('#preview')).toContainText('一致')
  await expect(take).toHaveText(/保存并导入 2 行/)
  await take.click()

  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  await expect(page.getByText('已导入').first()).toBeVisible()
  // The claim joins its deduction when imports are judged.
  await expect(async () => {
    await page.goto('/search?q=HPX-70001')
    await expect(page.locator('#sources')).toContainText('harbor-october.csv', { timeout: 3_000 })
  }).toPass({ timeout: 75_000 })

  const november = portalFile(
    [
      ['HPX-70003', '11/05/26', '22', '4500118', '12.00'],
      ['HPX-70004', '11/09/26', '22', '4500118', '8.00'],
    ],
    '20.00',
  )
  await upload(page, [file('harbor-november.csv', november)], '上传文件')
  await expect(page.getByRole('dialog')).toContainText('接受 2')
  await page.goto('/imports/mappings')
  await expect(page.locator('main table tbody tr', { hasText: 'harbor-october.csv' })).toContainText('客户的一条索赔')
})

test('a specialist sees what is missing, retires a mapping, and the next file asks again', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const december = portalFile(
    [
      ['HPX-70005', '13/05/26', '22', '4500118', '12.00'],
      ['HPX-70006', '11/09/26', '22', '4500118', '8.00'],
    ],
    '20.00',
  )
  await upload(page, [file('harbor-december.csv', december)], 'Upload files')
  // Its dates prove the other order than was said: it is not read by a guess.
  await page.getByRole('dialog').getByRole('link', { name: 'Map columns' }).click()
  await expect(page.getByText('mapped before for Harbor & Pine')).toBeVisible()
  await page.getByLabel('Meaning of 应扣金额').selectOption('')
  await expect(page.locator('#still')).toContainText('Claim amount has no column')
  await expect(page.getByRole('button', { name: /^Save and import/ })).toBeDisabled()
  await page.getByLabel('Meaning of 应扣金额').selectOption('amountMinor')
  await expect(page.locator('#preview')).toContainText('13 May 2026')

  await page.goto('/imports/mappings')
  const row = page.locator('main table tbody tr', { hasText: 'harbor-october.csv' })
  await row.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Harbor & Pine')
  await page.getByRole('button', { name: 'Retire' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click()
  await expect(page.getByText('Retired', { exact: true }).first()).toBeVisible()
})
