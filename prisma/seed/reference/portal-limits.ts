/** What a customer's dispute portal takes, and how a claim is filed there. Sizes are bytes per file. */
export type PortalLimit = {
  readonly customer: string
  readonly portalName: string
  readonly portalUrl: string
  readonly filesMax: number
  readonly fileBytesMax: number
  readonly fileTypes: readonly string[]
  /** Language of the papers for this customer. */
  readonly packageLocale: 'en' | 'de' | 'zh-CN'
  /** Steps for the account manager, in the portal's own words. */
  readonly steps: readonly string[]
  readonly source: string
}

const MEGABYTE = 1024 * 1024
const GUIDE = 'vendor portal, page of the upload dialog'

function limit(
  customer: string,
  portalName: string,
  filesMax: number,
  megabytes: number,
  fileTypes: readonly string[],
  steps: readonly string[],
  packageLocale: PortalLimit['packageLocale'] = 'en',
): PortalLimit {
  return {
    customer,
    portalName,
    portalUrl: `https://vendors.${customer.toLowerCase()}.example`,
    filesMax,
    fileBytesMax: megabytes * MEGABYTE,
    fileTypes,
    packageLocale,
    steps,
    source: GUIDE,
  }
}

const OFFICE = ['pdf', 'doc', 'xls', 'jpg', 'tiff'] as const
const PAYMENTS = [
  'Sign in to the vendor portal',
  'Open Payments, Disputes and paste claim, invoice, amount and reason',
  'Upload the files, submit, take a picture of the receipt',
] as const

export const PORTAL_LIMITS: readonly PortalLimit[] = [
  limit('C01', 'Harbor & Pine vendor portal', 5, 3, OFFICE, PAYMENTS),
  limit(
    'C02',
    'Lantern Row vendor desk',
    10,
    10,
    ['pdf', 'jpg', 'png'],
    ['Open Payments, Dispute management', 'Choose the invoice and the disputed articles', 'Attach the bill of lading, submit'],
  ),
  limit('C03', 'Kestrel supplier hub', 8, 5, ['pdf', 'xls', 'jpg'], PAYMENTS),
  limit(
    'C04',
    'Cinder Lane partners online',
    5,
    4,
    ['pdf', 'doc', 'jpg'],
    ['Open Deductions, new case', 'Answer page by page: a page closes after Next', 'Attach the files, submit'],
  ),
  limit(
    'C05',
    'Blue Mesa supplier centre',
    3,
    5,
    ['pdf'],
    ['Open Claims, dispute', 'One file only holds all papers', 'Submit and note the case number'],
  ),
  limit('C06', 'Oak & Gale payables', 6, 10, OFFICE, PAYMENTS),
  limit(
    'C07',
    'Fennel & Rye claims desk',
    5,
    8,
    ['pdf', 'jpg'],
    ['Find the debit memo', 'Choose the dispute type: it names the papers', 'Upload, file: nothing can be edited afterwards'],
  ),
  limit(
    'C08',
    'Tern vendor mailbox',
    10,
    15,
    ['pdf', 'zip'],
    ['Reply to the claims mailbox with the claim number in the subject', 'Attach the package'],
  ),
  limit(
    'C09',
    'Nordlicht Lieferantenportal',
    5,
    5,
    ['pdf'],
    ['Belastung suchen', 'Widerspruch anlegen', 'Unterlagen hochladen, absenden'],
    'de',
  ),
  limit(
    'C10',
    '云帆供应商平台',
    9,
    5,
    ['pdf', 'jpg', 'png'],
    ['登录供应商平台，打开“结算”', '找到扣款单，点“申诉”', '上传材料，提交后截图'],
    'zh-CN',
  ),
  limit('C11', 'Halyard accounts mailbox', 10, 10, ['pdf', 'zip'], ['Mail the package to accounts receivable claims']),
]
