/** Where the parts of a multipart body go, chunk by chunk. `name` is the file's name; fields without one are skipped. */
export type PartHandler = {
  start: (fileName: string) => Promise<void>
  data: (chunk: Buffer) => Promise<void>
  end: () => Promise<void>
}

const HEADERS_BYTES_MAX = 16 * 1024
const CRLF2 = Buffer.from('\r\n\r\n')

/** The boundary that a multipart content type names, or null. */
export function boundaryOf(contentType: string): string | null {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType)
  return match?.[1] ?? match?.[2] ?? null
}

/**
 * Splits a multipart/form-data body as it arrives; no part stands in memory. Returns false when the body is not well
 * formed, e.g. cut off. Source: RFC 7578 and RFC 2046, section 5.1.
 */
export async function splitMultipart(chunks: AsyncIterable<Uint8Array>, boundary: string, handler: PartHandler): Promise<boolean> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first delimiter stands at the very start, so the line end before it is given here.
  let buffer = Buffer.from('\r\n')
  let state: 'preamble' | 'headers' | 'file' | 'field' = 'preamble'
  for await (const chunk of chunks) {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      if (state === 'headers') {
        const end = buffer.indexOf(CRLF2)
        if (buffer.subarray(0, 2).toString('latin1') === '--') return true
        if (end < 0) {
          if (buffer.length > HEADERS_BYTES_MAX) return false
          break
        }
        const fileName = fileNameOf(buffer.toString('utf8', 0, end))
        buffer = buffer.subarray(end + CRLF2.length)
        state = fileName === null ? 'field' : 'file'
        if (fileName !== null) await handler.start(fileName)
        continue
      }
      const at = buffer.indexOf(delimiter)
      // What may be the start of a delimiter is kept for the next chunk.
      const until = at < 0 ? Math.max(0, buffer.length - delimiter.length + 1) : at
      if (state === 'file' && until > 0) await handler.data(buffer.subarray(0, until))
      if (at < 0) {
        buffer = Buffer.from(buffer.subarray(until))
        break
      }
      if (state === 'file') await handler.end()
      buffer = buffer.subarray(at + delimiter.length)
      state = 'headers'
    }
  }
  return false
}

/** The file name of a part, or null for a plain field. Browsers send UTF-8 in `filename`; `filename*` wins where given. */
function fileNameOf(headers: string): string | null {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? ''
  const extended = /filename\*=(?:utf-8)''([^;\s]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended)
    } catch {
      return extended
    }
  }
  return /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1]?.replace(/\\(.)/g, '$1') ?? null
}
