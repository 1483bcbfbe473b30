import { Chat, Cmd, Conn, chatWith, keep, Msg, me, meet, people, Socket } from './account.js'
import { createWid, MsgKey } from './ids.js'
import { Collection, Model } from './models.js'
import { ask, download, insist, upload } from './server-link.js'

// The modules of WhatsApp Web that whatsapp-web.js 1.34.7 asks for by name, in the order in which it first needs them.
// Any other fails loudly and is told to the server: after an update of the library the tests then name what is missing.

const base64 = (bytes) => btoa(String.fromCharCode(...bytes))
const nothing = () => undefined
const nothingLater = async () => undefined

const pairing = {
  WAWebSocketModel: { Socket },
  WAWebCmd: { Cmd },
  WAWebConnModel: { Conn },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {},
  WABase64: { encodeB64: base64 },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: {
    waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: new Uint8Array(32).fill(1) } }) },
  },
  WAWebSignalStoreApi: {
    waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: new Uint8Array(32).fill(2) } }) },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => 'secret=' },
  WAWebMiscBrowserUtils: { info: () => ({}) },
}

const becomingReady = {
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: nothing },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: nothing },
  WAWebUserPrefsMeUser: {
    getMaybeMePnUser: () => createWid(me.number),
    getMaybeMeLidUser: () => createWid('999000000001@lid'),
  },
  WAWebCollections: { Msg, Chat, Contact: new Collection(), Blocklist: new Collection() },
  WAWebSyncGatingUtils: {},
  WAWebCallCollection: {},
  WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: nothingLater } },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: nothingLater } },
}

const receiving = {
  WALinkify: { findLink: nothing, findLinks: () => [] },
  WAWebWidFactory: { createWid, createWidFromWidLike: createWid, asUserWidOrThrow: createWid },
  WAWebNonMessageDataRequestPlaceholderMessageResendUtils: { handlePlaceholderMsgsSeen: nothing },
  WAWebApiContact: {
    getCurrentLid: (wid) => addressOf(people.lidOf.get(wid._serialized)),
    getPhoneNumber: (wid) => addressOf(people.numberOf.get(wid._serialized)),
    getAlternateUserWid: () => null,
  },
  WAWebQueryExistsJob: {
    queryWidExists: async (wid) => {
      const { number, lid } = await ask('/page/exists', { address: wid._serialized })
      if (number === undefined) return null
      meet(number, lid)
      return { wid: createWid(lid ?? number) }
    },
  },
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
  WAWebStreamModel: { Stream: { markAvailable: nothing, markUnavailable: nothing } },
  WAWebUpdateUnreadChatAction: {
    sendSeen: async ({ chat }) => {
      const latest = chat.msgs.getModelsArray().findLast((message) => !message.id.fromMe)
      await ask('/page/seen', { chat: chat.id._serialized, upTo: latest?.id.id })
      chat.set({ unreadCount: 0 })
    },
  },
  WAWebDownloadManager: { downloadManager: { downloadAndMaybeDecrypt: ({ filehash }) => download(filehash) } },
}

const sending = {
  WAWebFindChatAction: {
    findOrCreateLatestChat: async (wid) => {
      // since 2025 an address of an unknown number alone leads nowhere
      if (wid.server === 'c.us' && !Chat.get(wid)) throw new Error('No LID for user')
      return { chat: chatWith(wid._serialized) }
    },
  },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
  WAWebMsgKey: MsgKey,
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebChatStateBridge: {
    sendChatStateComposing: (wid) => ask('/page/typing', { chat: wid._serialized }),
    sendChatStatePaused: nothingLater,
  },
  WAWebSendMsgChatAction: { addAndSendMsgToChat: send },
}

const sendingMedia = {
  WAWebMediaOpaqueData: class OpaqueData {
    static async createFromData(blob, type) {
      return Object.assign(new OpaqueData(), { blob, type })
    }
    url() {
      return 'blob:'
    }
    autorelease() {}
    formData() {
      return this.blob
    }
  },
  WAWebPrepRawMedia: { prepRawMedia: (data, wish) => ({ waitForPrep: () => prepare(data, wish) }) },
  WAWebMediaStorage: { getOrCreateMediaObject: (hash) => ({ filehash: hash, consolidate: nothing }) },
  WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
  WAWebMediaMmsV4Upload: {
    uploadMedia: async ({ mediaObject }) => ({
      mediaEntry: {
        mmsUrl: '',
        directPath: `/v/${mediaObject.filehash}`,
        mediaKey: 'key',
        encFilehash: mediaObject.filehash,
      },
    }),
  },
}

const modules = { ...pairing, ...becomingReady, ...receiving, ...sending, ...sendingMedia }

export function requireModule(name) {
  if (Object.hasOwn(modules, name)) return modules[name]
  void ask('/page/missing', { name })
  throw new Error(`Requiring unknown module "${name}"`)
}

function addressOf(serialized) {
  return serialized === undefined ? null : createWid(serialized)
}

/** Two promises: the message stands in the chat, the server has it. */
function send(chat, data) {
  const { id, to, from: _, toJSON: __, ...fields } = data
  const model = new Msg.modelClass({ ...data, toJSON: undefined }, Msg)
  if (model.filehash) model.directPath ??= `/v/${model.filehash}`
  chat.msgs.add(model)
  Msg.add(model)
  const sent = insist('/page/send', {
    key: id.id,
    chat: to._serialized,
    type: fields.type,
    body: fields.body ?? '',
    caption: fields.caption,
    t: fields.t,
    media: fields.filehash && {
      hash: fields.filehash,
      mime: fields.mimetype,
      name: fields.filename,
      size: fields.size,
    },
  }).then(({ ack }) => {
    model.set({ ack })
    return { messageSendResult: 'OK' }
  })
  return [Promise.resolve(model), sent]
}

async function prepare({ blob, type }, { asDocument }) {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const hash = base64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).replaceAll('/', '_')
  await upload(hash, bytes)
  const prepared = new Model({
    type: asDocument || !type.startsWith('image/') ? 'document' : 'image',
    mimetype: type,
    filename: blob.name,
    filehash: hash,
    size: bytes.length,
    mediaBlob: blob,
  })
  prepared.toJSON = () => {
    const { mediaBlob: _, ...fields } = prepared.serialize()
    return fields
  }
  return prepared
}

/** What the server tells while the page is open. */
export const onEvent = {
  message: ({ message }) => {
    const model = keep(message, true)
    const chat = chatWith(message.chat)
    if (!message.fromMe) chat.set({ unreadCount: chat.unreadCount + 1 })
    return model
  },
  /** The same once more, as happens when the phone and the server both bring it. */
  again: ({ message }) => Msg.trigger('add', keep(message, true)),
  edit: ({ message, body, editedAt }) => {
    const model = keep(message, true)
    model.latestEditSenderTimestampMs = editedAt
    model.set({ body })
  },
  decrypted: ({ message, body }) => {
    const model = keep(message, true)
    model.body = body
    model.set({ type: 'chat' })
  },
  ack: ({ message, ack }) => keep(message, false).set({ ack }),
  state: ({ state }) => Socket.set({ state }),
  emptyCode: () => Conn.set({ ref: undefined }),
  movedRefresh: () => {
    modules.WAWebLaunchSocketUtils = { refreshQR: Cmd.refreshQR }
    delete Cmd.refreshQR
  },
  resync: () => {
    Socket.set({ hasSynced: false })
    Socket.set({ hasSynced: true })
  },
}
