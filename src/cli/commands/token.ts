import { createToken } from '@/features/people/commands/create-token'
import { revokeToken } from '@/features/people/commands/revoke-token'
import { findTokens } from '@/features/people/queries/find-tokens'
import { type CliCommand, UsageError } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJson } from '../output'
import { readArguments } from '../read-arguments'

/** Bearer tokens for programs; a token is shown once. */
export const token: CliCommand = {
  name: 'token',
  usage: 'create EMAIL --name NAME | list | revoke ID',
  summary: 'bearer tokens for programs, with the rights of their user',
  async run([verb, ...args]) {
    const actor = await findCliActor(undefined)
    const { values, positionals } = readArguments(args, { name: { type: 'string' } })
    const [subject] = positionals
    if (verb === 'list') {
      printJson({ tokens: await findTokens(actor) })
    } else if (verb === 'create' && subject !== undefined) {
      printJson(await createToken(actor, { email: subject, name: values.name ?? 'command line' }))
    } else if (verb === 'revoke' && subject !== undefined) {
      printJson(await revokeToken(actor, { tokenId: subject }))
    } else {
      throw new UsageError('token needs create EMAIL, list, or revoke ID')
    }
    return 0
  },
}
