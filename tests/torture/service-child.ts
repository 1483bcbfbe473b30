// The service as a process of its own, to be killed: settings from the environment, and a clock that runs at its own
// pace from the instant it was given, so that a test does not depend on the hour at which it runs.
import { startService } from '../../src/cli/service.ts'
import { loadConfig } from '../../src/config.ts'
import { createLogger } from '../../src/lib/logger.ts'

const clockOffset = Number(process.argv[2])
const config = loadConfig()
const service = await startService(config, {
  log: createLogger(config.log),
  clock: { now: () => Date.now() + clockOffset },
})
process.stdout.write('ready\n')

process.once('SIGTERM', () => {
  void service.stop().then(() => process.exit(0))
})

// the test is gone: nobody would ever stop this one
process.once('disconnect', () => process.exit(1))
