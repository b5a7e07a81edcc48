/** How the demo's retailers order; days and dates invented, like the retailers. */
export type OrderTerms = {
  customer: string
  leadDays: number | null
  noticeDays: number | null
  minimumMinor: string | null
  replyEmail: string | null
  replyLocale: 'en' | 'zh-CN'
  source: string
}

const GUIDE = 'supplier guide, chapter cost changes'

export const ORDER_TERMS: readonly OrderTerms[] = [
  {
    customer: 'C01',
    leadDays: 2,
    noticeDays: 60,
    minimumMinor: null,
    replyEmail: 'orders@harborpine.example',
    replyLocale: 'en',
    source: GUIDE,
  },
  {
    customer: 'C02',
    leadDays: null,
    noticeDays: 30,
    minimumMinor: null,
    replyEmail: 'vendors@c02.example',
    replyLocale: 'en',
    source: GUIDE,
  },
  {
    customer: 'C03',
    leadDays: 2,
    noticeDays: 45,
    minimumMinor: null,
    replyEmail: 'purchasing@c03.example',
    replyLocale: 'en',
    source: GUIDE,
  },
  {
    customer: 'C06',
    leadDays: 2,
    noticeDays: 90,
    minimumMinor: null,
    replyEmail: 'purchasing@c06.example',
    replyLocale: 'en',
    source: GUIDE,
  },
  {
    customer: 'C08',
    leadDays: null,
    noticeDays: 30,
    minimumMinor: null,
    replyEmail: 'buying@c08.example',
    replyLocale: 'en',
    source: GUIDE,
  },
  {
    customer: 'C10',
    leadDays: null,
    noticeDays: 15,
    minimumMinor: null,
    replyEmail: 'caigou@c10.example',
    replyLocale: 'zh-CN',
    source: GUIDE,
  },
]
