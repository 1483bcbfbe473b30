/**
 * What a button carries. It names a place in a conversation, never a right: who may do what is decided from the seat
 * of the person who pressed. All numbers in base 36; the first letter is kind and version in one.
 *
 *   a<session>.<step>.<n>     the n-th choice of the question asked at that step of that session
 *   i<obligation>.<n>         the n-th choice of an invitation or reminder (0 start, 1 later, 2 not me)
 *   c<word>[.<argument>]      a command word, as if typed
 */
export type ButtonToken =
  | { readonly kind: 'answer'; readonly session: number; readonly step: number; readonly index: number }
  | { readonly kind: 'invitation'; readonly obligation: number; readonly index: number }
  | { readonly kind: 'command'; readonly word: string; readonly argument?: string }

const b36 = (n: number) => n.toString(36)

export function writeToken(token: ButtonToken): string {
  switch (token.kind) {
    case 'answer':
      return `a${b36(token.session)}.${b36(token.step)}.${b36(token.index)}`
    case 'invitation':
      return `i${b36(token.obligation)}.${b36(token.index)}`
    case 'command':
      return token.argument === undefined ? `c${token.word}` : `c${token.word}.${token.argument}`
  }
}

/** Undefined for anything that we did not write: "a bad client can send arbitrary data" (Bot API, CallbackQuery). */
export function readToken(data: string): ButtonToken | undefined {
  const answer = /^a([0-9a-z]{1,10})\.([0-9a-z]{1,8})\.([0-9a-z]{1,4})$/.exec(data)
  if (answer)
    return {
      kind: 'answer',
      session: Number.parseInt(answer[1]!, 36),
      step: Number.parseInt(answer[2]!, 36),
      index: Number.parseInt(answer[3]!, 36),
    }
  const invitation = /^i([0-9a-z]{1,10})\.([0-9a-z]{1,2})$/.exec(data)
  if (invitation)
    return {
      kind: 'invitation',
      obligation: Number.parseInt(invitation[1]!, 36),
      index: Number.parseInt(invitation[2]!, 36),
    }
  const command = /^c([a-z_]{2,24})(?:\.([^\s]{1,36}))?$/.exec(data)
  if (command)
    return command[2] === undefined
      ? { kind: 'command', word: command[1]! }
      : { kind: 'command', word: command[1]!, argument: command[2] }
  return undefined
}
