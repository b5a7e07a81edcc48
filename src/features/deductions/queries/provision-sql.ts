import { type Sql, sql } from '@/server/db/client'

/**
 * Whether `d` is a provision: money that the customer holds back until it knows more and releases by itself, as its claim number or the text of its
 * code says. Source: the lines of a marketplace's payments, `PROVISION FOR RECEIVABLES` and, released, the same with an R.
 */
export const IS_PROVISION: Sql = sql`(coalesce(d.claim_key, '') || ' ' || coalesce(d.code_text, '')
  ~* 'provision *(for|of) *receivable|provisionforreceivable|rückstellung|暂扣')`
