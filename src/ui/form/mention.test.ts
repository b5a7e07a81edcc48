import { describe, expect, it } from 'vitest'
import { fitting, mentionAt, writeMention } from './mention'

describe('a name that is being written', () => {
  it('begins with an at sign after a blank, a line or a bracket', () => {
    expect(mentionAt('please @li', 10)).toEqual({ from: 7, typed: 'li' })
    expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' })
    expect(mentionAt('请看，@林', 5)).toEqual({ from: 3, typed: '林' })
  })

  it('is not the middle of an address, nor something finished', () => {
    expect(mentionAt('write to lin@meridian', 21)).toBeNull()
    expect(mentionAt('please @lin.wei look', 20)).toBeNull()
  })

  it('is written out where it stands', () => {
    expect(writeMention('ask @li now', 7, { from: 4, typed: 'li' }, 'lin.wei')).toEqual({ text: 'ask @lin.wei now', caret: 13 })
    expect(writeMention('@', 1, { from: 0, typed: '' }, 'tom.keller')).toEqual({ text: '@tom.keller ', caret: 12 })
  })
})

it('offers those whose name begins so before those who only hold it', () => {
  const people = [
    { handle: 'dana.reyes', name: 'Dana Reyes' },
    { handle: 'wang.xin', name: 'Wang Xin' },
    { handle: 'anna.ng', name: 'Anna Ng' },
  ]
  expect(fitting(people, 'an').map(({ handle }) => handle)).toEqual(['anna.ng', 'dana.reyes', 'wang.xin'])
  expect(fitting(people, 'keller')).toEqual([])
})
