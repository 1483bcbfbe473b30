// Which room may import which: the table of docs/architecture.md, as data. A room may always import `lib` and itself.
const rooms = {
  lib: [],
  messages: [],
  bahasa: [],
  domain: [],
  flows: ['bahasa', 'messages'],
  engine: ['messages', 'bahasa', 'flows'],
  wording: ['messages', 'bahasa', 'flows', 'engine', 'domain'],
  documents: ['bahasa', 'domain', 'wording'],
  store: ['messages', 'flows', 'engine', 'domain', 'generated'],
  channels: ['messages'],
  app: ['messages', 'bahasa', 'flows', 'engine', 'domain', 'wording', 'documents', 'store', 'channels/channel'],
  jobs: ['app'],
  web: ['app', 'store', 'domain', 'messages', 'flows', 'wording', 'documents'],
}
const pure = ['messages', 'bahasa', 'domain', 'flows', 'engine', 'wording', 'documents']
const channels = ['telegram', 'whatsapp-web', 'whatsapp-cloud', 'simulator', 'terminal']

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `room-${room}`,
      severity: 'error',
      comment: `src/${room} may import ${['lib', ...allowed].join(', ')}`,
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [room, 'lib', ...allowed].map((r) => `^src/${r}(/|\\.ts$)`) },
    })),
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      comment: 'time, ids and settings are arguments; no file, network, clock or database in a pure room',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    ...channels.map((channel) => ({
      name: `channel-${channel}-knows-no-other`,
      severity: 'error',
      from: { path: `^src/channels/${channel}/` },
      to: { path: `^src/channels/(${channels.filter((c) => c !== channel).join('|')})/` },
    })),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|src/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
