import { describe, expect, it } from 'vitest'
import { readActions, readAddresses, readInventory } from './permissions'
import { readFiles } from './source-files'

const inventory = readInventory()
const addresses = readAddresses()

describe('the inventory of permissions', () => {
  it('has every page and route', () => {
    expect(Object.keys(inventory.addresses).sort()).toEqual(addresses.map(({ address }) => address).sort())
  })

  it('has every action with the policy that decides', () => {
    expect(readActions()).toEqual(inventory.actions)
  })

  it('finds somebody asked for at every address that is not public', () => {
    const unguarded = addresses.filter(
      ({ address, text }) =>
        inventory.addresses[address] === 'signed-in' &&
        !/\b(requireActor|actorOfToken|currentSession|actorOfRequest|answerBrowser|takeFile)\(/.test(text),
    )
    expect(unguarded.map(({ path }) => path)).toEqual([])
  })

  it('finds actions nowhere but in the list of an area, each made from a command', () => {
    const strays = readFiles(/^src\/.*\.tsx?$/).flatMap(({ path, text }) => {
      if (!/^\s*['"]use server['"]/m.test(text)) return []
      if (!/^src\/features\/[^/]+\/actions\.ts$/.test(path)) return [path]
      return text
        .split('\n')
        .filter((line) => line.startsWith('export ') && !/^export const \w+ = action\(\w+\)$/.test(line))
        .map((line) => `${path}: ${line}`)
    })
    expect(strays).toEqual([])
  })
})
