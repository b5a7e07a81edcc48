import { AwsClient } from 'aws4fetch'
import { env } from '../env'

/** A bucket that speaks S3: keeps bytes under a key, gives them back. */
export type ObjectStore = {
  put: (key: string, content: Uint8Array) => Promise<void>
  get: (key: string) => Promise<Buffer>
}

/**
 * The bucket that STORAGE_URL names: `s3://bucket/prefix?endpoint=https://…&region=…`, with the access key as user and
 * password of the address or in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Null when files stay on disk alone.
 */
export function objectStore(): ObjectStore | null {
  const { STORAGE_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = env()
  if (!STORAGE_URL.startsWith('s3:')) return null
  const url = new URL(STORAGE_URL)
  const accessKeyId = decodeURIComponent(url.username) || AWS_ACCESS_KEY_ID || ''
  const secretAccessKey = decodeURIComponent(url.password) || AWS_SECRET_ACCESS_KEY || ''
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const addressOf = (key: string) =>
    [endpoint.replace(/\/$/, ''), url.hostname, url.pathname.replace(/^\/|\/$/g, ''), key].filter(Boolean).join('/')
  return {
    async put(key, content) {
      const answer = await client.fetch(addressOf(key), { method: 'PUT', body: new Uint8Array(content) })
      if (!answer.ok) throw new Error(`the file store refused ${key}: ${answer.status}`)
    },
    async get(key) {
      const answer = await client.fetch(addressOf(key))
      if (!answer.ok) throw new Error(`the file store has no ${key}: ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    },
  }
}
