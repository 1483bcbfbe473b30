// The small part of Backbone that WhatsApp Web's own models are made of, as far as whatsapp-web.js listens to it.

export class Emitter {
  #listeners = new Map()

  on(events, listener) {
    for (const event of events.split(' ')) this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
    return this
  }

  once(event, listener) {
    const once = (...values) => {
      this.off(event, once)
      listener(...values)
    }
    return this.on(event, once)
  }

  off(event, listener) {
    this.#listeners.set(
      event,
      (this.#listeners.get(event) ?? []).filter((other) => other !== listener),
    )
    return this
  }

  trigger(event, ...values) {
    for (const listener of this.#listeners.get(event) ?? []) listener(...values)
  }
}

/** Fields are plain properties; only `set` tells of changes. */
export class Model extends Emitter {
  #collection

  constructor(fields, collection) {
    super()
    this.#collection = collection
    Object.assign(this, fields)
  }

  set(changes) {
    for (const [field, value] of Object.entries(changes)) {
      const before = this[field]
      if (before === value) continue
      this[field] = value
      for (const emitter of [this, this.#collection]) {
        emitter?.trigger(`change:${field}`, this, value, before)
        emitter?.trigger('change', this)
      }
    }
  }

  serialize() {
    return Object.fromEntries(Object.entries(this).filter(([, value]) => typeof value !== 'function'))
  }

  /** WhatsApp's models guard some fields; this gives them unguarded. */
  unsafe() {
    return this
  }
}

const keyOf = (id) => (typeof id === 'string' ? id : id?._serialized)

export class Collection extends Emitter {
  #models = new Map()

  get(id) {
    return this.#models.get(keyOf(id))
  }

  add(model) {
    this.#models.set(keyOf(model.id), model)
    this.trigger('add', model)
    return model
  }

  getModelsArray() {
    return [...this.#models.values()]
  }
}
