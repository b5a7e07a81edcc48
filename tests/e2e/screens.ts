const LIN_WEI = 'lin.wei@meridian.example'
const QIN_ZHAO = 'qin.zhao@meridian.example'
const HELENA_STROUD = 'helena.stroud@meridian.example'
const WANG_XIN = 'wang.xin@meridian.example'
const TOM_KELLER = 'tom.keller@meridian.example'
const AVERY_DOYLE = 'avery.doyle@meridian.example'

export type Screen = {
  name: string
  path: string
  /** Who looks; null for nobody signed in. */
  as: string | null
  /** Links to go through from there, each the first that fits. */
  follow?: readonly string[]
  phone?: boolean
  /** A file that is brought in first; then the screen is its import. */
  upload?: { name: string; text: string }
}

/** An order whose dates fit both orders, from nobody who is known. */
const OPEN_DATES = 'Dealer Account,Order Number,PO Date,PO Line,Vendor Part,Order Qty\n100001,4599970,03/04/2026,1,HM2-BK,12\n'

/** Every screen people see, as the role that lives in it. */
export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: '/sign-in', as: null },
  { name: 'home-specialist', path: '/', as: LIN_WEI },
  { name: 'home-account-manager', path: '/', as: QIN_ZHAO },
  { name: 'home-manager', path: '/', as: HELENA_STROUD },
  { name: 'home-logistics', path: '/', as: WANG_XIN },
  { name: 'home-admin', path: '/', as: AVERY_DOYLE },
  {
    name: 'deductions-conditions',
    path: '/deductions?where=%7B%22all%22%3A%5B%5B%22amount%22%2C%22over%22%2C%22500%22%5D%2C%7B%22any%22%3A%5B%5B%22deadline%22%2C%22next%22%2C%2230%22%5D%2C%5B%22owner%22%2C%22empty%22%5D%5D%7D%5D%7D',
    as: LIN_WEI,
  },
  {
    name: 'incident',
    path: '/deductions?tab=all&q=BM-770501',
    as: LIN_WEI,
    follow: ['main table tbody a[href*="peek="]', 'aside a[href^="/incidents/"]'],
  },
  { name: 'invoices', path: '/invoices', as: LIN_WEI },
  { name: 'payments', path: '/payments', as: LIN_WEI },
  {
    name: 'disputes-conditions',
    path: '/disputes?tab=all&where=%7B%22all%22%3A%5B%5B%22amount%22%2C%22over%22%2C%22500%22%5D%2C%5B%22state%22%2C%22any%22%2C%22won%22%5D%5D%7D',
    as: LIN_WEI,
  },
  { name: 'imports', path: '/imports', as: LIN_WEI },
  { name: 'import', path: '/imports', as: LIN_WEI, follow: ['main table a[href^="/imports/"]'] },
  {
    name: 'import-rejected',
    path: '/imports?tab=all&q=claims_late',
    as: LIN_WEI,
    follow: ['main table tbody a[href^="/imports/"]', 'a[href$="tab=rejected"]'],
  },
  {
    name: 'import-question',
    path: '/imports',
    as: LIN_WEI,
    upload: { name: 'open-dates.csv', text: OPEN_DATES },
  },
  {
    name: 'import-mapping',
    path: '/imports',
    as: LIN_WEI,
    upload: { name: 'no-such-list.csv', text: OPEN_DATES.replace('Order Number', 'Ticket') },
    follow: ['a[href$="/map"]'],
  },
  { name: 'mappings', path: '/imports/mappings', as: LIN_WEI },
  { name: 'where-segment', path: '/orders/C01/4500118', as: LIN_WEI, follow: ['main a[href*="/where"]'] },
  {
    name: 'where-cell',
    path: '/imports?tab=all&q=claims_late',
    as: LIN_WEI,
    follow: ['main table tbody a[href^="/imports/"]', 'a[href$="tab=rejected"]', 'main a[href*="/where"]'],
  },
  { name: 'orders', path: '/orders', as: LIN_WEI },
  { name: 'order-exceptions', path: '/orders/exceptions', as: TOM_KELLER },
  { name: 'order-exceptions-peek', path: '/orders/exceptions', as: TOM_KELLER, follow: ['main table a[href*="peek="]'] },
  { name: 'price-changes', path: '/orders/price-changes', as: TOM_KELLER },
  { name: 'order-terms', path: '/orders/terms', as: LIN_WEI },
  { name: 'order-terms-customer', path: '/orders/terms', as: LIN_WEI, follow: ['main table a[href^="/orders/terms/"]'] },
  { name: 'home-order-management', path: '/', as: TOM_KELLER },
  { name: 'order', path: '/orders', as: LIN_WEI, follow: ['main table a[href^="/orders/"]'] },
  { name: 'order-figure', path: '/orders/C01/4500118', as: LIN_WEI, follow: ['#ledger a[href*="step=paid"]'] },
  { name: 'invoice', path: '/orders/C01/4500118', as: LIN_WEI, follow: ['#chain a[href^="/invoices/"]'] },
  { name: 'reconciliation', path: '/reconciliation', as: LIN_WEI },
  { name: 'tolerances', path: '/reconciliation/tolerances', as: LIN_WEI },
  { name: 'signals', path: '/signals', as: WANG_XIN },
  { name: 'signals-peek', path: '/signals', as: WANG_XIN, follow: ['main table a[href*="peek="]'] },
  { name: 'clocks', path: '/signals/clocks', as: LIN_WEI },
  { name: 'home-warehouse', path: '/', as: 'dana.reyes@meridian.example' },
  { name: 'deductions', path: '/deductions', as: LIN_WEI },
  { name: 'deductions-peek', path: '/deductions?tab=due', as: LIN_WEI, follow: ['main table a[href*="peek="]'] },
  {
    name: 'deduction',
    path: '/deductions?q=HP-881204&tab=all',
    as: LIN_WEI,
    follow: ['main table a[href*="peek="]', 'a[href^="/deductions/0"]'],
  },
  { name: 'dispute-windows', path: '/deductions/windows', as: LIN_WEI },
  { name: 'codes', path: '/codes', as: LIN_WEI },
  { name: 'code', path: '/codes?tab=waiting', as: HELENA_STROUD, follow: ['main table a[href^="/codes/"]'] },
  { name: 'approvals', path: '/approvals', as: HELENA_STROUD },
  { name: 'packages', path: '/packages', as: LIN_WEI },
  { name: 'package', path: '/packages', as: LIN_WEI, follow: ['main table a[href^="/packages/"]'] },
  { name: 'disputes', path: '/disputes', as: LIN_WEI },
  { name: 'dispute', path: '/disputes', as: LIN_WEI, follow: ['main table a[href^="/disputes/"]'] },
  { name: 'lessons', path: '/disputes/lessons', as: LIN_WEI },
  { name: 'postings', path: '/postings', as: 'fang.yu@meridian.example' },
  { name: 'freight-claims', path: '/freight-claims', as: WANG_XIN },
  { name: 'insight', path: '/insight', as: HELENA_STROUD },
  { name: 'tasks', path: '/tasks', as: WANG_XIN },
  { name: 'waiting', path: '/tasks/waiting', as: LIN_WEI },
  { name: 'task', path: '/tasks', as: WANG_XIN, follow: ['main table a[href*="peek="]', 'aside a[href^="/tasks/"]'] },
  { name: 'news', path: '/news?tab=all', as: LIN_WEI },
  { name: 'documents', path: '/documents', as: LIN_WEI },
  { name: 'document', path: '/documents', as: LIN_WEI, follow: ['main table a[href^="/documents/"]'] },
  { name: 'search', path: '/search?q=Harbor', as: LIN_WEI },
  { name: 'admin', path: '/admin', as: AVERY_DOYLE },
  { name: 'admin-limits', path: '/admin/limits', as: AVERY_DOYLE },
  { name: 'admin-causes', path: '/admin/causes', as: AVERY_DOYLE },
  { name: 'admin-small-amounts', path: '/admin/small-amounts', as: AVERY_DOYLE },
  { name: 'admin-rules', path: '/admin/rules', as: AVERY_DOYLE },
  { name: 'admin-outbox', path: '/admin/outbox', as: AVERY_DOYLE },
  { name: 'admin-health', path: '/admin/health', as: AVERY_DOYLE },
  { name: 'admin-audit', path: '/admin/audit', as: AVERY_DOYLE },
  { name: 'help', path: '/help', as: LIN_WEI },
  { name: 'help-tour', path: '/help/tour', as: LIN_WEI },
  { name: 'help-glossary', path: '/help/glossary', as: LIN_WEI },
  { name: 'help-keys', path: '/help/keys', as: LIN_WEI },
  { name: 'help-notes', path: '/help/notes', as: LIN_WEI },
  { name: 'phone-home', path: '/', as: QIN_ZHAO, phone: true },
  { name: 'phone-deductions', path: '/deductions?tab=all', as: QIN_ZHAO, phone: true },
  {
    name: 'phone-deduction',
    path: '/deductions?q=HP-881204&tab=all',
    as: QIN_ZHAO,
    phone: true,
    follow: ['main table a[href*="peek="]', 'a[href^="/deductions/0"]'],
  },
  { name: 'phone-packages', path: '/packages?tab=ready', as: QIN_ZHAO, phone: true },
  { name: 'phone-disputes', path: '/disputes', as: QIN_ZHAO, phone: true },
  { name: 'phone-tasks', path: '/tasks', as: QIN_ZHAO, phone: true },
]
