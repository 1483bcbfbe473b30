// The page's line to the stand-in server, over its own origin: what a WebSocket is on the real page.

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks once; throws while the server is "away". */
export async function ask(path, body) {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body ?? {}) })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return await response.json()
}

/** Asks until there is an answer, as the real page does with what it has to send. */
export async function insist(path, body) {
  while (true) {
    try {
      return await ask(path, body)
    } catch {
      await pause(50)
    }
  }
}

/** Calls back with each event, in order, until the page ends. */
export async function listen(after, onEvent) {
  let last = after
  while (true) {
    try {
      for (const event of await ask('/page/events', { after: last })) {
        last = event.number
        onEvent(event)
      }
    } catch {
      await pause(50)
    }
  }
}

export async function upload(hash, bytes) {
  await fetch(`/media/${encodeURIComponent(hash)}`, { method: 'PUT', body: bytes })
}

/** Throws with `status` as the real page does. */
export async function download(hash) {
  const response = await fetch(`/media/${encodeURIComponent(hash)}`)
  if (!response.ok) throw Object.assign(new Error('media is gone'), { status: response.status })
  return await response.arrayBuffer()
}
