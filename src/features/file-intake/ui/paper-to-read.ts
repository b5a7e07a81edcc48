/** What is known of a paper before somebody reads it, from its file name or an earlier reading. */
export type PaperToRead = {
  id: string
  kind: string
  issuedOn: string | null
  readAt: string | null
  numbers: readonly { idKind: string; idText: string }[]
  facts: {
    isSigned: boolean | null
    isStamped: boolean | null
    cartonsPrinted: number | null
    piecesShipped: number | null
    piecesReceived: number | null
    countBy: string | null
    countIn: string | null
    isPoVisible: boolean | null
    exceptions: string | null
  } | null
}
