/** What a replay says while it goes, and counts. */
export type Steps = {
  /** Says what is going to happen. */
  step(what: string): void
  /** Counts one thing that must be so, and says when it is not. */
  check(what: string, isSo: boolean): void
  /** That a text holds all of these. */
  holds(where: string, text: string, words: readonly string[]): void
}

/**
 * Replays a story of users, step by step, in Dutch. Ends the process: the last line is `N passed, 0 failed`, with exit code 0 when
 * nothing failed. A step that cannot be done fails, and the rest of the story is not tried.
 */
export async function replay(title: string, story: (steps: Steps) => Promise<void>): Promise<never> {
  const started = performance.now()
  const say = (line: string) => process.stdout.write(`${line}\n`)
  let [passed, failed] = [0, 0]
  const check = (what: string, isSo: boolean) => {
    if (isSo) passed += 1
    else {
      failed += 1
      say(`  FOUT: ${what}`)
    }
  }
  say(title)
  try {
    await story({
      step: (what) => say(`- ${what}`),
      check,
      holds(where, text, words) {
        for (const word of words) check(`${where} zegt niet: ${word}`, text.includes(word))
      },
    })
  } catch (fault) {
    check(`het verhaal kon niet verder. ${fault instanceof Error ? fault.stack : fault}`, false)
  }
  say(`Klaar in ${Math.round((performance.now() - started) / 1000)} seconden.`)
  say(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
