import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'

/** The few files that pages load: read once, named with their hash, kept by browsers for good. */
const types = { 'console.css': 'text/css', 'sim.js': 'text/javascript', 'icon.svg': 'image/svg+xml' } as const

const assets = new Map(
  Object.entries(types).map(([name, type]) => {
    const body = readFileSync(join(import.meta.dirname, 'assets', name), 'utf8')
    return [name, { type, body, version: createHash('sha256').update(body).digest('hex').slice(0, 10) }]
  }),
)

export function assetUrl(name: string): string {
  return `/assets/${name}?v=${assets.get(name)?.version}`
}

export function mountAssets(app: Hono): void {
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'))
    if (!asset) return c.notFound()
    return c.body(asset.body, 200, {
      'content-type': `${asset.type}; charset=utf-8`,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
}
