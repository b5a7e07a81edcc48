import { IdocDraft, type IdocReader } from '@/formats/sap/idoc-reading'
import { paidTotal, readIdocAdvice } from '@/formats/sap/idoc-remadv'
import { adviceOfDocuments } from './advice-of-documents'

/** REMADV (PEXR2002) as a row of kind 'remittance'. */
export const readIdocRemadv: IdocReader = (idoc) => {
  const draft = new IdocDraft(idoc)
  const { number, paidOn, currency, total, payer, documents } = readIdocAdvice(idoc)
  const sum = total ?? paidTotal(documents)
  if (number === null) return draft.reject('E1IDKU1', 'payment-number-missing', 'the advice has no payment number')
  if (sum === null || documents.length === 0) return draft.reject('E1IDPU5', 'total-missing', 'the advice states no amounts')
  const { position } = idoc
  const advice = adviceOfDocuments({ number, paidOn, currency, total: sum, method: null, source: 'idoc', payer, documents, position })
  draft.problems.push(...advice.problems)
  if (advice.row === null) return draft.reject('E1IDPU5', 'amount-unreadable', `payment ${number} cannot be taken over`)
  draft.add('remittance', position, advice.row.values)
  const computed = paidTotal(documents)
  return draft.finish(computed === null ? undefined : { own: sum, computed, currency })
}
