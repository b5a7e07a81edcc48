import { type X12Handler, X12Tokenizer, type X12Totals } from './tokenize-x12'

/**
 * Streams X12 of any size through a handler for the wanted segment ids; memory stays flat. Problems of the envelopes
 * (counts, control numbers, forgotten terminators) are collected in the totals. Rejects only if `chunks` does.
 */
export async function streamX12(chunks: AsyncIterable<Uint8Array>, handler: X12Handler): Promise<X12Totals> {
  const tokenizer = new X12Tokenizer(handler)
  for await (const chunk of chunks) tokenizer.push(chunk)
  return tokenizer.end()
}
