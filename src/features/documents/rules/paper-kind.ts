/** What a paper of the trade may be, as documents are kept and as a person names it. */
export const PAPER_KINDS = [
  'proof-of-delivery',
  'bill-of-lading',
  'return-authorisation',
  'freight-bill',
  'promotion-agreement',
  'packing-list',
  'paper',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** Kinds of number by which a paper is found; each leads to a record. */
export const PAPER_NUMBERS = ['po', 'delivery', 'bol', 'pro', 'invoice', 'claim', 'rga', 'agreement'] as const
export type PaperNumber = (typeof PAPER_NUMBERS)[number]

const OWN_NUMBER: Readonly<Partial<Record<PaperKind, PaperNumber>>> = {
  'proof-of-delivery': 'pro',
  'bill-of-lading': 'bol',
  'return-authorisation': 'rga',
  'freight-bill': 'pro',
  'promotion-agreement': 'agreement',
}

/** The number that a paper of this kind is called by, of those that stand on it; null when it has none. */
export function ownNumber(kind: PaperKind, numbers: readonly { idKind: string; idText: string }[]): string | null {
  const own = OWN_NUMBER[kind] ?? 'rga'
  return numbers.find((number) => number.idKind === own)?.idText ?? null
}
