import { LIN_WEI, QIN_ZHAO, type Screen, TOM_KELLER } from './screen'

const DIALOG = '[role=dialog]'
const MENU = 'details[open] .menu'
const HARBOR = { path: '/deductions?q=HP-881204&tab=all', as: LIN_WEI, follow: ['main table a[href*="peek="]', 'a[href^="/deductions/0"]'] }

const OWNERS = ['Petra Olsen', 'Lin Wei', ''] as const
let pastes = 0

/** Cells of a spreadsheet, each time with another owner and note: what says nothing new cannot be written, and a note cannot be taken back. */
const rows = () => {
  pastes += 1
  const note = `counted with the buyer at ${new Date().toISOString().slice(11, 19)}`
  const ownerAt = (place: number) => OWNERS[place % OWNERS.length] ?? ''
  return `Claim no.\tNote\tOwner\nDM-11458\t${note}\t${ownerAt(pastes)}\nFR-60462\t${note}\t${ownerAt(pastes + 1)}\nNO-1\tnobody knows it\t\n`
}

/** What opens over a page: menus, dialogs, bars, and a page that lost its script. */
export const OPENED_SCREENS: readonly Screen[] = [
  { name: 'opened-palette', path: '/', as: LIN_WEI, opened: { by: [{ press: 'Control+k' }], shows: '.palette' } },
  { name: 'opened-account', path: '/', as: LIN_WEI, opened: { by: [{ click: '.av-button' }], shows: '[role=menu]' } },
  { name: 'opened-help', path: '/deductions', as: LIN_WEI, opened: { by: [{ press: '?' }], shows: '#deductions' } },
  {
    name: 'opened-conditions',
    path: '/deductions',
    as: LIN_WEI,
    opened: { by: [{ click: '.fil button[aria-haspopup=dialog]' }], shows: `${DIALOG} select` },
  },
  { name: 'opened-views', path: '/deductions', as: LIN_WEI, opened: { by: [{ click: '.view-chip' }], shows: MENU } },
  {
    name: 'opened-save-view',
    path: '/deductions?tab=all&q=HP-8812',
    as: LIN_WEI,
    opened: { by: [{ click: '.view-chip' }, { click: '.view-menu button.menu-item' }], shows: DIALOG },
  },
  {
    name: 'opened-facets',
    path: '/deductions',
    as: LIN_WEI,
    opened: { by: [{ click: 'summary:has(+ .facets)' }], shows: '.facets fieldset' },
  },
  {
    name: 'opened-groups',
    path: '/deductions',
    as: LIN_WEI,
    opened: { by: [{ click: 'summary:has(+ .menu a[href*="group=customer"])' }], shows: MENU },
  },
  {
    name: 'opened-columns',
    path: '/deductions',
    as: LIN_WEI,
    opened: { by: [{ click: 'summary:has(+ .menu .column-row)' }], shows: MENU },
  },
  {
    name: 'opened-paste',
    path: '/deductions?tab=all',
    as: LIN_WEI,
    opened: { by: [{ paste: rows }], shows: `${DIALOG} table` },
  },
  {
    name: 'bulk',
    path: '/deductions?tab=all',
    as: LIN_WEI,
    opened: {
      by: [{ paste: rows }, { click: `${DIALOG} .actions .p` }, { click: '[data-sonner-toast] [data-action]' }],
      shows: '.crumbs',
    },
  },
  {
    name: 'opened-jobs',
    path: '/deductions',
    as: LIN_WEI,
    opened: {
      by: [{ click: '.fil-end button[aria-haspopup=menu]' }, { click: '[role=menuitem]' }, { click: 'summary:has([role=status])' }],
      shows: '.job-tray',
    },
  },
  {
    name: 'opened-selection',
    path: '/deductions?tab=all',
    as: LIN_WEI,
    opened: {
      by: [{ click: 'tbody tr:nth-child(3) input[type=checkbox]' }, { click: 'tbody tr:nth-child(4) input[type=checkbox]' }],
      shows: '.bulk',
    },
  },
  {
    name: 'opened-verdict',
    ...HARBOR,
    opened: { by: [{ click: '#verdict button[aria-haspopup=dialog]' }], shows: DIALOG },
  },
  {
    name: 'opened-split',
    ...HARBOR,
    opened: { by: [{ click: '#lineage button[aria-haspopup=dialog]' }], shows: DIALOG },
  },
  {
    name: 'opened-accept',
    ...HARBOR,
    opened: { by: [{ click: '.oh button[aria-haspopup=dialog]' }], shows: DIALOG },
  },
  {
    name: 'opened-upload',
    path: '/imports',
    as: LIN_WEI,
    opened: { by: [{ click: 'main button[aria-haspopup=dialog]' }], shows: `${DIALOG} input[type=file]` },
  },
  {
    name: 'opened-exceptions',
    path: '/orders/exceptions',
    as: TOM_KELLER,
    opened: { by: [{ click: 'tbody tr:nth-child(1) input[type=checkbox]' }, { click: '.bulk button' }], shows: DIALOG },
  },
  {
    name: 'opened-error',
    path: '/deductions',
    as: LIN_WEI,
    opened: { by: [{ lose: 'scripts' }, { click: '.fil button[aria-haspopup=dialog]' }], shows: '.notice' },
  },
  { name: 'phone-menu', path: '/', as: QIN_ZHAO, phone: true, opened: { by: [{ click: '.top-menu button' }], shows: DIALOG } },
]
