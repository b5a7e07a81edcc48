import * as z from 'zod'
import { ROLES } from '@/core/actor'

export const Email = z.string().trim().toLowerCase().pipe(z.email('people/not-an-email'))
const Name = z.string().trim().min(1, 'required').max(120, 'too-long')
/** At least ten characters: length is what makes a password strong. */
export const Password = z.string().min(10, 'people/password-too-short').max(200, 'too-long')
export const Roles = z.array(z.enum(ROLES)).min(1, 'people/role-needed').max(ROLES.length)

export const AddUserInput = z.strictObject({
  email: Email,
  name: Name,
  roles: Roles,
  password: Password.nullable().default(null),
  locale: z.enum(['en', 'zh-CN']).default('en'),
})
export const ChangeUserInput = z.strictObject({ userId: z.uuid(), version: z.coerce.number().int(), name: Name, roles: Roles })
export const DisableUserInput = z.strictObject({ userId: z.uuid(), isDisabled: z.boolean() })
export const SetPasswordInput = z.strictObject({ userId: z.uuid(), password: Password })
export const ChangePreferencesInput = z.strictObject({ locale: z.enum(['en', 'zh-CN']), theme: z.enum(['system', 'light', 'dark']) })
export const CreateTokenInput = z.strictObject({ email: Email, name: Name })
export const RevokeTokenInput = z.strictObject({ tokenId: z.uuid() })
