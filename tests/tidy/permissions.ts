import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ROOT, readFiles } from './source-files'

/**
 * Who may reach what, written down by hand in permissions.json: addresses are 'public', need somebody 'signed-in', or
 * hold 'text' without records, where the frame of the workspace asks; actions name the policies that decide. A new page, route or action has to be entered there before the tests pass.
 */
const Inventory = z.object({
  addresses: z.record(z.string(), z.enum(['public', 'signed-in', 'text'])),
  actions: z.record(z.string(), z.string()),
})

export function readInventory(): z.output<typeof Inventory> {
  return Inventory.parse(JSON.parse(readFileSync(join(ROOT, 'tests/tidy/permissions.json'), 'utf8')))
}

/** 'src/app/(workspace)/deductions/[id]/page.tsx' is the address '/deductions/[id]'. */
export function addressOf(path: string): string {
  const parts = path
    .replace(/^src\/app/, '')
    .replace(/\/(page|route)(\.tsx?)?$/, '')
    .split('/')
  return parts.filter((part) => !/^\(.*\)$|^@/.test(part)).join('/') || '/'
}

/** Every page and route of the source with its address. */
export function readAddresses(): { address: string; path: string; text: string }[] {
  return readFiles(/^src\/app\/.*\/?(page|route)\.tsx?$/).map(({ path, text }) => ({ path, text, address: addressOf(path) }))
}

/** Every exported server action as 'area/name', with the policy that its command asks. */
export function readActions(): Record<string, string> {
  const commands = new Map(readFiles(/^src\/features\/[^/]+\/commands\/[^/]+\.ts$/).map(({ path, text }) => [path, text]))
  const found: Record<string, string> = {}
  for (const { path, text } of readFiles(/^src\/features\/[^/]+\/actions\.ts$/)) {
    const area = path.split('/')[2] ?? ''
    const sources = new Map(
      [...text.matchAll(/import \{ (\w+) \} from '\.\/(commands\/[\w-]+)'/g)].map(([, name = '', file = '']) => [name, file]),
    )
    for (const [, name = '', command = ''] of text.matchAll(/^export const (\w+) = action\((\w+)\)$/gm)) {
      const file = commands.get(`src/features/${area}/${sources.get(command) ?? ''}.ts`) ?? ''
      const definition = file.slice(file.indexOf(`const ${command} = defineCommand(`))
      found[`${area}/${name}`] = policiesOf(definition)
    }
  }
  return found
}

function policiesOf(definition: string): string {
  const allow = /\ballow(?::|\()(.*?)\n {2}(?:async )?(?:change|timeoutMs)\b/s.exec(definition)?.[1] ?? ''
  return [...new Set([...allow.matchAll(/\b(?:can|is)[A-Z]\w*/g)].map(([name]) => name))].join(' and ')
}
