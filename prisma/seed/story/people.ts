import type { Role } from '@/core/actor'
import type { Team } from '@/features/tasks/rules/teams'

/** The password of every demo person. Printed in the README; the demo is for trying out, never for real data. */
export const DEMO_PASSWORD = 'recoup-demo-2026'

/** A person of the demo company. `key` is how later decisions name the person. */
export type DemoPerson = {
  readonly key: string
  /** As written in Latin letters; initials come from it: Lin Wei signs LW. */
  readonly name: string
  readonly chineseName: string | null
  readonly email: string
  readonly roles: readonly Role[]
  readonly team: Team | null
  readonly locale: 'en' | 'zh-CN'
  /** Customer codes the person looks after; null sees all customers. */
  readonly customers: readonly string[] | null
}

function person(
  key: string,
  name: string,
  chineseName: string | null,
  roles: readonly Role[],
  team: Team | null,
  locale: DemoPerson['locale'],
  customers: readonly string[] | null = null,
): DemoPerson {
  const [first = '', last = ''] = name.toLowerCase().split(' ')
  return { key, name, chineseName, email: `${first}.${last}@meridian.example`, roles, team, locale, customers }
}

/** One or two people per role. Lin Wei (LW), Wang Xin (WX) and Qin Zhao (QZ) stand in the mockups. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('LW', 'Lin Wei', '林薇', ['specialist'], 'deductions', 'en'),
  person('PO', 'Petra Olsen', null, ['specialist'], 'deductions', 'en'),
  person('QZ', 'Qin Zhao', '秦昭', ['account-manager'], 'sales', 'zh-CN', ['C01', 'C03', 'C05', 'C10', 'C12']),
  person('MB', 'Marcus Bell', null, ['account-manager'], 'sales', 'en', ['C02', 'C04', 'C06', 'C07', 'C08', 'C09', 'C11']),
  person('HS', 'Helena Stroud', null, ['manager'], 'deductions', 'en'),
  person('FY', 'Fang Yu', '方瑜', ['finance'], 'finance', 'zh-CN'),
  person('CD', 'Carla Diaz', null, ['cash'], 'cash', 'en'),
  person('NK', 'Nils Kramer', null, ['credit'], 'credit', 'en'),
  person('WX', 'Wang Xin', '王鑫', ['logistics'], 'logistics', 'zh-CN'),
  person('DR', 'Dana Reyes', null, ['warehouse'], 'warehouse', 'en'),
  person('TK', 'Tom Keller', null, ['order-management'], 'order-management', 'en'),
  person('ZM', 'Zhou Min', '周敏', ['order-management'], 'order-management', 'zh-CN'),
  person('AD', 'Avery Doyle', null, ['admin'], null, 'en'),
]
