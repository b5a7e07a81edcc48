import { admin, buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { sourceRows } from '@tests/integration/deductions/source-rows'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { GET as listDeductions } from '@/app/api/v1/deductions/route'
import { GET as listDiscrepancies } from '@/app/api/v1/discrepancies/route'
import { GET as listDisputes } from '@/app/api/v1/disputes/route'
import { GET as listInvoices } from '@/app/api/v1/invoices/route'
import { createToken } from '@/features/people/commands/create-token'
import { DEDUCTION_LIST, DISCREPANCY_LIST, DISPUTE_LIST, INVOICE_LIST } from '@/features/reports/queries/api-lists'
import { findApiPage } from '@/features/reports/queries/find-api-page'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const own = await insertCustomer(database, 'OWN')
const other = await insertCustomer(database, 'OTHER')
for (let count = 1; count <= 5; count++) await insertDeduction(database, own, `C-${count}`, BigInt(count * 1000 + 7))
await insertDeduction(database, other, 'X-1')
await sourceRows(database, own).invoice('90417733', 894_000)
await database.query(
  `insert into dispute (deduction_id, customer_id, amount_minor, currency) select id, customer_id, amount_minor, currency from deduction where claim_number = 'C-1'`,
)
await database.query(
  `insert into difference (identity, customer_id, kind, field, currency, owner_team, severity_minor) values ('i', $1, 'price', 'price', 'USD', 'finance', 1250)`,
  [own],
)
await insertUser(database, 'script@example.test', ['specialist'])
const { token } = await createToken(admin, { email: 'script@example.test', name: 'nightly' })

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() })
type Route = (request: Request) => Promise<Response>
const ask = (route: Route, query = '', bearer = token) =>
  route(new Request(`http://localhost:3000/api/v1/list?${query}`, { headers: { authorization: `Bearer ${bearer}` } }))
const page = async (route: Route, query = '') => Page.parse(await (await ask(route, query)).json())

test('pages follow each other by key, in both directions, without a gap and without repeating', async () => {
  for (const sort of ['amount', '-amount', 'number', '-takenOn']) {
    const seen: unknown[] = []
    let next: string | null = ''
    while (next !== null) {
      const part: z.output<typeof Page> = await page(
        listDeductions,
        `limit=2&sort=${sort}&filter=customer:OWN${next === '' ? '' : `&after=${next}`}`,
      )
      seen.push(...part.items.map((item) => item['claimNumber']))
      next = part.next
    }
    expect([...seen].sort()).toEqual(['C-1', 'C-2', 'C-3', 'C-4', 'C-5'])
    if (sort === '-amount') expect(seen).toEqual(['C-5', 'C-4', 'C-3', 'C-2', 'C-1'])
  }
})

test('money is decimal text, numbers are found in any spelling', async () => {
  const { items } = await page(listDeductions, 'filter=claimNumber:c3,state:new')
  expect(items).toMatchObject([{ claimNumber: 'C-3', amount: '30.07', open: '30.07', currency: 'USD', customer: 'OWN' }])
})

test('every list answers, with the fields that its description promises', async () => {
  expect((await page(listInvoices)).items).toMatchObject([{ number: '90417733', net: '8940.00', poNumber: 'PO1' }])
  expect((await page(listDisputes)).items).toMatchObject([{ state: 'preparing', amount: '10.07', won: '0.00' }])
  expect((await page(listDiscrepancies, 'filter=ownerTeam:finance')).items).toMatchObject([{ kind: 'price', severity: '12.50' }])
})

test.each([
  ['sort=secret', 'sort'],
  ['filter=password:x', 'filter'],
  ['filter=state', 'filter'],
  ['after=nonsense', 'after'],
  ['limit=9999', 'limit'],
])('%s is refused as a problem that names %s', async (query, field) => {
  const response = await ask(listDeductions, query)
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
  expect(await response.json()).toMatchObject({ status: 400, code: 'invalid-input', detail: expect.stringContaining(field) })
})

test('without a token there is nothing, and nobody gets rows of customers that are not theirs', async () => {
  expect((await ask(listDeductions, '', 'rcp_wrong')).status).toBe(401)
  const stranger = buildActor(['account-manager'], [other])
  const asked = { filter: '', sort: '-amount', limit: 50 }
  expect((await findApiPage(stranger, DEDUCTION_LIST, asked)).items.map((item) => item.claimNumber)).toEqual(['X-1'])
  expect((await findApiPage(stranger, DISPUTE_LIST, asked)).items).toEqual([])
  expect((await findApiPage(stranger, INVOICE_LIST, { ...asked, sort: 'net' })).items).toEqual([])
  expect((await findApiPage(stranger, DISCREPANCY_LIST, { ...asked, sort: 'severity' })).items).toEqual([])
})
