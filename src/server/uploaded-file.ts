import 'server-only'
import { Refusal } from '@/core/refusal'
import { log } from './log'

export type UploadedFile = { fileName: string; content: Uint8Array<ArrayBuffer>; field: (name: string) => string }

/** Takes the one file of a multipart request into memory; only pages of this site may send it, and nothing larger than allowed. */
export async function readUploadedFile(request: Request, bytesMax: number): Promise<UploadedFile> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new Refusal('not-allowed')
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax * 1.1 + 10_000) throw new Refusal('too-large')
  const form = await request.formData().catch(() => null)
  const file = form?.get('file')
  if (!form || !(file instanceof File)) throw new Refusal('invalid-input')
  if (file.size > bytesMax) throw new Refusal('too-large')
  return {
    fileName: (file.name.split(/[\\/]/).at(-1) ?? file.name).slice(0, 300) || 'file',
    content: new Uint8Array(await file.arrayBuffer()),
    field(name) {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    },
  }
}

const STATUS: Readonly<Record<string, number>> = { 'not-found': 404, 'not-allowed': 404, 'too-large': 413, 'unsupported-file': 415 }

/** Answers a route with JSON: the result, or the code of a refusal. Forbidden looks like unknown. */
export async function answerJson(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), { status: 201 })
  } catch (error) {
    if (error instanceof Refusal) {
      const code = error.code === 'not-allowed' ? 'not-found' : error.code
      return Response.json({ code, fields: error.fields }, { status: STATUS[error.code] ?? 422 })
    }
    log().error({ err: error }, 'upload failed')
    return Response.json({ code: 'unexpected' }, { status: 500 })
  }
}
