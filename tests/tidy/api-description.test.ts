import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { describeApi } from '@/app/api/v1/describe-api'
import { readAddresses } from './permissions'

const Reference = z.object({ $ref: z.string() })
const Schema = z.looseObject({})
const Media = z.record(z.string(), z.strictObject({ schema: Schema }))
/** As much of OpenAPI 3.1 as a client generator relies on. */
const Operation = z.strictObject({
  summary: z.string().min(1),
  operationId: z.string().regex(/^[a-z]\w+$/),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z
    .array(
      z.strictObject({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        description: z.string().optional(),
        schema: Schema,
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.boolean(), description: z.string(), content: Media }).optional(),
  responses: z.record(z.string().regex(/^(?:[1-5]\d\d|default)$/), z.strictObject({ description: z.string(), content: Media })),
})
const Description = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post']), Operation)),
  components: z.strictObject({ securitySchemes: z.record(z.string(), Schema), schemas: z.record(z.string(), Schema) }),
})

const document = Description.parse(JSON.parse(JSON.stringify(describeApi('http://localhost:3000'))))
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('the description of the API', () => {
  it('names every route with its methods, and no other', () => {
    const routes = readAddresses()
      .filter(({ address }) => address.startsWith('/api/v1/'))
      .flatMap(({ address, text }) =>
        [...text.matchAll(/export (?:async )?function (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
          ([, method = '']) => `${method} ${address.replace(/\[(\w+)\]/g, '{$1}')}`,
        ),
      )
    expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(routes.sort())
  })

  it('has a parameter for every part of an address, and operations of different names', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect((operation?.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(named)
    }
    const ids = operations.map(({ operation }) => operation?.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers only to what it holds', () => {
    const names: string[] = []
    JSON.stringify(document, (_key, value: unknown) => {
      const reference = Reference.safeParse(value)
      if (reference.success) names.push(reference.data.$ref)
      return value
    })
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name.replace('#/components/schemas/', '')))).toEqual([])
  })
})
