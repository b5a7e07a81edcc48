import { type Actor, hasRole, type Role } from '@/core/actor'

export type NavigationKey =
  | 'home'
  | 'imports'
  | 'orders'
  | 'reconciliation'
  | 'signals'
  | 'invoices'
  | 'payments'
  | 'deductions'
  | 'codes'
  | 'packages'
  | 'disputes'
  | 'postings'
  | 'freightClaims'
  | 'insight'
  | 'tasks'
  | 'approvals'
  | 'documents'
  | 'admin'

type FarPage =
  | 'exceptions'
  | 'priceChanges'
  | 'tolerances'
  | 'mappings'
  | 'limits'
  | 'outbox'
  | 'health'
  | 'audit'
  | 'help'
  | 'tour'
  | 'glossary'
  | 'keys'

const DESK: readonly Role[] = ['specialist', 'manager', 'finance', 'cash', 'credit', 'admin']
const EVERYBODY: readonly Role[] = [...DESK, 'account-manager', 'logistics', 'warehouse', 'order-management']

// Which places a role has work in. What a person may see there is decided by queries and policies, never here.
const PLACES: readonly { key: NavigationKey; href: string; also?: readonly string[]; roles: readonly Role[] }[] = [
  { key: 'home', href: '/', roles: EVERYBODY },
  { key: 'imports', href: '/imports', roles: [...DESK, 'logistics', 'order-management'] },
  { key: 'orders', href: '/orders', roles: [...DESK, 'account-manager', 'logistics', 'order-management'] },
  { key: 'reconciliation', href: '/reconciliation', roles: [...DESK, 'logistics', 'order-management'] },
  { key: 'signals', href: '/signals', roles: [...DESK, 'logistics', 'warehouse', 'order-management'] },
  { key: 'invoices', href: '/invoices', roles: [...DESK, 'account-manager', 'order-management'] },
  { key: 'payments', href: '/payments', roles: [...DESK, 'account-manager'] },
  { key: 'deductions', href: '/deductions', also: ['/incidents'], roles: EVERYBODY },
  { key: 'codes', href: '/codes', roles: ['specialist', 'manager', 'finance', 'account-manager', 'admin'] },
  { key: 'packages', href: '/packages', roles: [...DESK, 'account-manager'] },
  { key: 'disputes', href: '/disputes', roles: [...DESK, 'account-manager'] },
  { key: 'postings', href: '/postings', roles: ['specialist', 'manager', 'finance'] },
  { key: 'freightClaims', href: '/freight-claims', roles: ['specialist', 'manager', 'finance', 'cash', 'logistics'] },
  { key: 'insight', href: '/insight', roles: [...DESK, 'account-manager'] },
  { key: 'tasks', href: '/tasks', roles: EVERYBODY },
  { key: 'approvals', href: '/approvals', roles: ['specialist', 'manager', 'finance', 'account-manager'] },
  { key: 'documents', href: '/documents', roles: EVERYBODY },
  { key: 'admin', href: '/admin', roles: ['admin'] },
]

/** The places of the rail for this actor, in order of the flow; `also` names the addresses that belong to a place without lying below it. */
export function placesFor(actor: Actor): readonly { key: NavigationKey; href: string; also: readonly string[] }[] {
  return PLACES.filter((place) => hasRole(actor, ...place.roles)).map(({ key, href, also = [] }) => ({ key, href, also }))
}

// Pages that no rail shows, for the palette of commands; a list has no head of its own, so the top bar says which it is.
const FAR_PAGES: readonly { key: FarPage; href: string; of: NavigationKey; isList?: true }[] = [
  { key: 'exceptions', href: '/orders/exceptions', of: 'orders', isList: true },
  { key: 'priceChanges', href: '/orders/price-changes', of: 'orders', isList: true },
  { key: 'tolerances', href: '/reconciliation/tolerances', of: 'reconciliation' },
  { key: 'mappings', href: '/imports/mappings', of: 'imports', isList: true },
  { key: 'limits', href: '/admin/limits', of: 'admin' },
  { key: 'outbox', href: '/admin/outbox', of: 'admin' },
  { key: 'health', href: '/admin/health', of: 'admin' },
  { key: 'audit', href: '/admin/audit', of: 'admin' },
  { key: 'help', href: '/help', of: 'home' },
  { key: 'tour', href: '/help/tour', of: 'home' },
  { key: 'glossary', href: '/help/glossary', of: 'home' },
  { key: 'keys', href: '/help/keys', of: 'home' },
]

/** Pages below the places of the rail, for who has work there. */
export function farPagesFor(actor: Actor): readonly { key: FarPage; href: string; isList?: true }[] {
  const places = placesFor(actor).map(({ key }) => key)
  return FAR_PAGES.filter(({ of }) => places.includes(of))
}
