/** Whose address: `<user>@<server>`; servers are c.us (number), lid (person without number), g.us (group). */
export class Wid {
  constructor(serialized) {
    const [user, server] = serialized.split('@')
    this.user = user
    this.server = server
    this._serialized = serialized
  }
  isLid() {
    return this.server === 'lid'
  }
  isUser() {
    return this.server === 'c.us' || this.server === 'lid'
  }
  isGroup() {
    return this.server === 'g.us'
  }
  isStatus() {
    return this._serialized === 'status@broadcast'
  }
  toString() {
    return this._serialized
  }
  toJSON() {
    return { user: this.user, server: this.server, _serialized: this._serialized }
  }
}

export function createWid(id) {
  if (id instanceof Wid) return id
  const serialized = typeof id === 'string' ? id : id._serialized
  if (!/^[\w.-]+@[a-z.]+$/.test(serialized)) throw new Error('wid error: invalid wid')
  return new Wid(serialized)
}

/** `<fromMe>_<chat>_<id>`. */
export class MsgKey {
  constructor({ from, to, id, selfDir }) {
    this.fromMe = selfDir === 'out'
    this.remote = this.fromMe ? to : from
    this.id = id
    this._serialized = `${this.fromMe}_${this.remote._serialized}_${id}`
  }
  static async newId() {
    return `3EB0${[...crypto.getRandomValues(new Uint8Array(9))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase()}`
  }
}
