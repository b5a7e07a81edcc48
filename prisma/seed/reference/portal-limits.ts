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
  /** Steps after signing in, for the account manager, in the portal's own words. */
  readonly steps: readonly string[]
  /** The same for a reader of Chinese. */
  readonly stepsZh: readonly string[]
  readonly source: string
}

/** In the portal's own words, then in Chinese. */
type Steps = readonly [readonly string[], readonly string[]]

const MEGABYTE = 1024 * 1024
const GUIDE = 'vendor portal, page of the upload dialog'

function limit(
  customer: string,
  portalName: string,
  filesMax: number,
  megabytes: number,
  fileTypes: readonly string[],
  [steps, stepsZh]: Steps,
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
    stepsZh,
    source: GUIDE,
  }
}

const OFFICE = ['pdf', 'doc', 'xls', 'jpg', 'tiff'] as const
const PAYMENTS: Steps = [
  ['Open Payments, Disputes and paste claim, invoice, amount and reason', 'Upload the files, submit, take a picture of the receipt'],
  ['打开“付款”（Payments）下的“争议”（Disputes），粘贴索赔号、发票号、金额和原因', '上传文件并提交，给回执拍照'],
]
const SETTLEMENTS = ['打开“结算”', '找到扣款单，点“申诉”', '上传材料，提交后截图'] as const

export const PORTAL_LIMITS: readonly PortalLimit[] = [
  limit('C01', 'Harbor & Pine vendor portal', 5, 3, OFFICE, PAYMENTS),
  limit(
    'C02',
    'Lantern Row vendor desk',
    10,
    10,
    ['pdf', 'jpg', 'png'],
    [
      ['Open Payments, Dispute management', 'Choose the invoice and the disputed articles', 'Attach the bill of lading, submit'],
      ['打开“付款”（Payments）下的“争议管理”（Dispute management）', '选择发票和有争议的商品', '附上提单并提交'],
    ],
  ),
  limit('C03', 'Kestrel supplier hub', 8, 5, ['pdf', 'xls', 'jpg'], PAYMENTS),
  limit(
    'C04',
    'Cinder Lane partners online',
    5,
    4,
    ['pdf', 'doc', 'jpg'],
    [
      ['Open Deductions, new case', 'Answer page by page: a page closes after Next', 'Attach the files, submit'],
      ['打开“扣款”（Deductions），新建案件', '逐页填写：点“下一页”（Next）后该页不能再改', '附上文件并提交'],
    ],
  ),
  limit(
    'C05',
    'Blue Mesa supplier centre',
    3,
    5,
    ['pdf'],
    [
      ['Open Claims, dispute', 'Put all papers into one file', 'Submit and note the case number'],
      ['打开“索赔”（Claims），选择争议', '全部单据只能放在一个文件里', '提交并记下案件编号'],
    ],
  ),
  limit('C06', 'Oak & Gale payables', 6, 10, OFFICE, PAYMENTS),
  limit(
    'C07',
    'Fennel & Rye claims desk',
    5,
    8,
    ['pdf', 'jpg'],
    [
      ['Find the debit memo', 'Choose the dispute type: it names the papers', 'Upload, file: nothing can be edited afterwards'],
      ['找到借项通知单（Debit memo）', '选择争议类型：会列出所需单据', '上传并提交：之后不能再修改'],
    ],
  ),
  limit(
    'C08',
    'Tern vendor mailbox',
    10,
    15,
    ['pdf', 'zip'],
    [
      ['Reply to the claims mailbox with the claim number in the subject', 'Attach the package'],
      ['回复索赔邮箱，主题写明索赔号', '附上材料包'],
    ],
  ),
  limit(
    'C09',
    'Nordlicht Lieferantenportal',
    5,
    5,
    ['pdf'],
    [
      ['Belastung suchen', 'Widerspruch anlegen', 'Unterlagen hochladen, absenden'],
      ['查找扣款（Belastung）', '新建异议（Widerspruch）', '上传单据并提交（absenden）'],
    ],
    'de',
  ),
  limit('C10', '云帆供应商平台', 9, 5, ['pdf', 'jpg', 'png'], [SETTLEMENTS, SETTLEMENTS], 'zh-CN'),
  limit(
    'C11',
    'Halyard accounts mailbox',
    10,
    10,
    ['pdf', 'zip'],
    [['Mail the package to accounts receivable claims'], ['把材料包发到应收账款索赔邮箱']],
  ),
]
