import { buildZip } from '@tests/fixtures/xlsx/build-zip'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZip } from './read-zip'
import { ZIP_LIMITS } from './zip-limits'

const unpack = async (bytes: Uint8Array, limits = ZIP_LIMITS) => {
  const { files, problems } = await readZip(bytes, limits)
  return {
    names: files.map((file) => file.path),
    texts: files.map((file) => Buffer.from(file.bytes).toString()),
    codes: problems.map((problem) => problem.code),
  }
}

describe('an archive', () => {
  it.each([
    ['deflated', {}],
    ['stored', { method: 0 }],
    ['with sizes behind the data', { hidesSizes: true }],
    ['zip64', { isLong: true }],
    ['with bytes in front', { prefix: 'MZ stub' }],
    ['with a comment', { comment: 'made by hand' }],
  ])('%s gives its files', async (_, options) => {
    const bytes = buildZip(
      [
        { path: 'a.csv', text: 'PO,Qty\n1,2\n' },
        { path: 'dir/b.txt', text: 'two' },
      ],
      options,
    )
    expect(await unpack(bytes)).toEqual({ names: ['a.csv', 'dir/b.txt'], texts: ['PO,Qty\n1,2\n', 'two'], codes: [] })
  })

  it('names written on a Chinese computer are readable', async () => {
    expect((await unpack(buildZip([{ path: Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x2e, 0x63, 0x73, 0x76]), text: 'x' }]))).names).toEqual([
      '订单.csv',
    ])
  })

  it('folders and debris of operating systems are no files', async () => {
    expect(
      (
        await unpack(
          buildZip([
            { path: 'dir/', text: '' },
            { path: '__MACOSX/._a', text: 'x' },
            { path: 'a', text: 'y' },
          ]),
        )
      ).names,
    ).toEqual(['a'])
  })
})

describe('an archive is refused', () => {
  const bomb = { path: 'bomb.txt', text: '0'.repeat(2_000_000) }

  it('when it unpacks to far more than its size, whatever it claims', async () => {
    expect(await unpack(buildZip([bomb], { claims: 10 }))).toMatchObject({ names: [], codes: ['zip/ratio'] })
  })

  it('when it unpacks to more than is allowed', async () => {
    const file = { path: 'a', text: 'abc'.repeat(1000) }
    expect(await unpack(buildZip([file, { ...file, path: 'b' }]), { ...ZIP_LIMITS, bytesMax: 5000 })).toMatchObject({
      names: [],
      codes: ['zip/too-large'],
    })
  })

  it('when it holds too many files', async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ path: `${index}`, text: '' }))
    expect(await unpack(buildZip(many), { ...ZIP_LIMITS, entriesMax: 10 })).toMatchObject({ names: [], codes: ['zip/too-many-entries'] })
  })

  it('when entries share their bytes', async () => {
    expect(
      (
        await unpack(
          buildZip(
            [
              { path: 'a', text: 'same bytes' },
              { path: 'b', text: 'same bytes' },
            ],
            { overlaps: true },
          ),
        )
      ).codes,
    ).toEqual(['zip/broken'])
  })

  it('when it is cut off', async () => {
    const bytes = buildZip([{ path: 'a', text: 'some text' }])
    expect((await unpack(bytes.subarray(0, bytes.length - 10))).codes).toEqual(['zip/broken'])
    expect((await unpack(Buffer.from('PK\u0003\u0004 nothing'))).codes).toEqual(['zip/broken'])
  })
})

describe('one bad file does not take the others with it', () => {
  it.each([
    ['locked', 'zip/encrypted', { path: 'bad.csv', text: 'x', isEncrypted: true }],
    ['of a wrong checksum', 'zip/broken', { path: 'bad.csv', text: 'x', crc: 1 }],
    ['an archive itself', 'zip/nested', { path: 'bad.zip', text: 'PK' }],
    ['outside the folder', 'zip/unsafe-path', { path: '../bad.csv', text: 'x' }],
    ['of an unknown compression', 'zip/broken', { path: 'bad.csv', text: 'x', method: 12 }],
  ])('%s', async (_, code, bad) => {
    expect(await unpack(buildZip([bad, { path: 'good.csv', text: 'ok' }]))).toEqual({ names: ['good.csv'], texts: ['ok'], codes: [code] })
  })
})

it('any damage is a problem, never an exception', async () => {
  const whole = buildZip([
    { path: 'a.csv', text: 'PO,Qty\n1,2\n' },
    { path: 'b.csv', text: 'x'.repeat(500) },
  ])
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (edits) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of edits) bytes[at] = value
      const { files, problems } = await readZip(bytes)
      for (const file of files) expect(file.bytes.length).toBeLessThan(1000)
      expect(files.length + problems.length).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 150 },
  )
})
