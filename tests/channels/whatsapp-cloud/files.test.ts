import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCloudFile } from '../../../src/channels/whatsapp-cloud/files.ts'
import { Graph } from '../../../src/channels/whatsapp-cloud/graph.ts'
import { CloudServer } from '../../support/whatsapp-cloud-server/cloud-server.ts'

const DAY = 86_400_000

describe('A file that a person sent over WhatsApp', () => {
  let server: CloudServer
  beforeEach(async () => {
    server = await new CloudServer().start()
  })
  afterEach(() => server.stop())

  const open = (ref: string) => {
    const { apiRoot, phoneNumberId, token } = server
    const graph = new Graph({ apiRoot, version: 'v24.0', phoneNumberId, token })
    return openCloudFile({ graph, apiRoot, timeoutMs: 2000 }, { ref })
  }
  const bytesOf = async (ref: string) => new Uint8Array(await new Response((await open(ref)).stream).arrayBuffer())

  it('comes as it was, checked against Meta’s checksum', async () => {
    const bytes = new Uint8Array(300_000).map((_, i) => i % 251)
    expect(await bytesOf(server.addMedia(bytes, 'image/jpeg', 7))).toEqual(bytes)
  })

  it('that arrives with another byte is asked for again later', async () => {
    server.corrupts = true
    await expect(bytesOf(server.addMedia(new Uint8Array(300_000), 'image/jpeg', 7))).rejects.toMatchObject({
      code: 'channel_away',
    })
  })

  it('is gone after a week', async () => {
    const id = server.addMedia(new Uint8Array(10), 'image/jpeg', 7)
    server.advance(8 * DAY)
    await expect(open(id)).rejects.toMatchObject({ code: 'file_gone' })
  })

  it('that never was is gone', async () => {
    await expect(open('999')).rejects.toMatchObject({ code: 'file_gone' })
  })

  it('over 20 MB is not fetched', async () => {
    await expect(open(server.addMedia(new Uint8Array(21 * 1024 * 1024), 'video/mp4', 7))).rejects.toMatchObject({
      code: 'file_too_large',
    })
  })

  it('waits while the token is not accepted', async () => {
    const id = server.addMedia(new Uint8Array(10), 'image/jpeg', 7)
    server.revoked = true
    await expect(open(id)).rejects.toMatchObject({ code: 'channel_away' })
  })

  it.each([
    'https://evil.example/x',
    'http://lookaside.fbsbx.com/x',
    'https://fbsbx.com.evil.example/x',
    'https://lookaside.fbsbx.com@evil.example/x',
    'file:///etc/passwd',
    'x',
  ])('at %s does not get our token', async (url) => {
    const graph = {
      findMedia: async () => ({ url }),
      download: () => Promise.reject(new Error('asked')),
    } as unknown as Graph
    await expect(
      openCloudFile({ graph, apiRoot: 'https://graph.facebook.com', timeoutMs: 100 }, { ref: '1' }),
    ).rejects.toMatchObject({ code: 'file_gone' })
  })
})
