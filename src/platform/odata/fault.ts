/**
 * Why a source gave no usable answer. `unreachable`: no connection or no answer in time. `failing`: it answered with an error
 * of its own, again and again. `refused`: it does not take what was asked. `unreadable`: what came is not JSON of the
 * expected shape. `too-large`: more than we take in. `elsewhere`: it points to a host that is not configured. `stopped`: we
 * ended it ourselves.
 */
export type ODataTrouble = 'unreachable' | 'failing' | 'refused' | 'unreadable' | 'too-large' | 'elsewhere' | 'stopped'

/** A source gave no usable answer; `message` is for the log, in English, and holds no more than address and reason. */
export class ODataFault extends Error {
  constructor(
    readonly trouble: ODataTrouble,
    message: string,
  ) {
    super(message)
  }
}

/** Troubles that may be over when we ask again. */
export const passes = (trouble: ODataTrouble): boolean =>
  trouble === 'unreachable' || trouble === 'failing' || trouble === 'unreadable'
