import { expect, test } from 'vitest'
import { parseMailbox } from './read-mailbox'

test('the address of a mailbox names everything', () => {
  expect(parseMailbox('imaps://intake%40meridian.example:p%2Fw@mail.example/Claims/In?done=Imported')).toEqual({
    host: 'mail.example',
    port: 993,
    isSecure: true,
    user: 'intake@meridian.example',
    password: 'p/w',
    folder: 'Claims/In',
    doneFolder: 'Imported',
    failedFolder: 'Imported',
  })
  expect(parseMailbox('imap://a:b@h:1143?failed=Look')).toMatchObject({
    port: 1143,
    isSecure: false,
    folder: 'INBOX',
    doneFolder: null,
    failedFolder: 'Look',
  })
})

test.each(['mail.example', 'https://a:b@h', 'imap://h/INBOX', 'imap://'])('%j is none', (address) => {
  expect(parseMailbox(address)).toBeNull()
})
