import { readStored } from './file-store'

type FileToSend = { fileName: string; mediaType: string; storageKey: string }

// Only what a browser shows without running anything may open in it; the rest is saved.
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png', 'text/plain'])

/** Sends a stored file: shown in the browser where that is safe, saved under its own name otherwise. */
export async function sendStored(file: FileToSend, options: { isDownload: boolean }): Promise<Response> {
  return sendBytes({ ...file, content: new Uint8Array(await readStored(file.storageKey)) }, options)
}

/** Sends bytes made for this request under the same rules. */
export function sendBytes(
  { fileName, mediaType, content }: { fileName: string; mediaType: string; content: Uint8Array<ArrayBuffer> },
  { isDownload }: { isDownload: boolean },
): Response {
  const disposition = isDownload || !SHOWN.has(mediaType) ? 'attachment' : 'inline'
  return new Response(content, {
    headers: {
      'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      'content-length': String(content.byteLength),
      'content-disposition': `${disposition}; ${fileNameParameters(fileName)}`,
      'x-content-type-options': 'nosniff',
      // The browser's own PDF viewer needs more than nothing; a PDF runs no script of ours.
      'content-security-policy': mediaType === 'application/pdf' ? "frame-ancestors 'self'" : "default-src 'none'; frame-ancestors 'self'",
      'cache-control': 'private, no-store',
    },
  })
}

/** Unknown and forbidden look the same from outside. */
export function notFoundAnswer(): Response {
  return Response.json({ code: 'not-found' }, { status: 404, headers: { 'cache-control': 'no-store' } })
}

// RFC 6266: an ASCII name for old readers, the real one in UTF-8.
function fileNameParameters(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`
}
