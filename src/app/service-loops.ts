import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { messageOf } from '../lib/problem.ts'
import type { Signal } from '../lib/signal.ts'
import { databaseFault } from '../store/faults.ts'
import { recoverLeases } from '../store/outbox.ts'
import { Delivery } from './deliver-outbox.ts'
import { fetchAttachments } from './fetch-attachments.ts'
import type { Services } from './services.ts'
import { takeTurn } from './take-turns.ts'

/** Without a bell, work that another process queued is noticed within this time. */
const LOOK_AGAIN_MS = 1_000
const AFTER_FAULT_MS = 500
const FILES_AGAIN_MS = 5_000

export interface Loops {
  /** Finishes what is under way and returns; takes nothing new. */
  stop(): Promise<void>
}

/**
 * Keeps turns, sends and files going until stopped. A fault of the database (full disk, lock held elsewhere) is said
 * once, and the loop goes on: nothing was acknowledged that is not kept.
 */
export function runLoops(
  services: Services,
  parts: { readonly turns: boolean; readonly send: boolean; readonly files: boolean },
): Loops {
  let stopping = false
  const { bells, log, db, clock } = services

  async function loop(name: string, bell: Signal, restMs: number, work: () => Promise<boolean>): Promise<void> {
    let failing = false
    while (!stopping) {
      try {
        const more = await work()
        if (failing) log.info({ loop: name }, 'works again')
        failing = false
        // the driver of SQLite never lets the loop turn by itself: without this, nobody is heard until all are answered
        await (more ? turnOfTheLoop() : bell.wait(restMs))
      } catch (error) {
        if (!failing)
          log.error(
            { loop: name, error: messageOf(error) },
            `cannot work for now, tries again: ${databaseFault(error) ?? 'see the error'}`,
          )
        failing = true
        await bell.wait(AFTER_FAULT_MS)
      }
    }
  }

  const running: Promise<void>[] = []
  if (parts.turns)
    running.push(
      loop('turns', bells.inbox, LOOK_AGAIN_MS, async () => {
        const { messages, failed } = await takeTurn(services)
        return messages + failed > 0
      }),
    )
  if (parts.send) {
    let recovered = 0
    // a sender for each channel: one that takes its time holds up nobody else
    for (const name of services.channels.keys()) {
      const bell = bells.outbox.another()
      const delivery = new Delivery(services, name, bell)
      running.push(
        loop(`send ${name}`, bell, LOOK_AGAIN_MS, async () => {
          // leases of senders that died elsewhere; those of a former life of this one were taken back at start
          if (clock.now() - recovered > 5_000) {
            recovered = clock.now()
            await recoverLeases(db, clock.now(), { all: false })
          }
          await delivery.step()
          // every call rings when it ends
          return false
        }).then(() => delivery.finish()),
      )
    }
  }
  if (parts.files)
    running.push(loop('files', bells.files, FILES_AGAIN_MS, async () => (await fetchAttachments(services)).stored > 0))

  return {
    stop: async () => {
      stopping = true
      for (const bell of [bells.inbox, bells.outbox, bells.files]) bell.ring()
      await Promise.all(running)
    },
  }
}
