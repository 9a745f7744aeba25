/** How much there is, and how much of it is joined: what a page needs to say what is missing. All are numbers of records, unless named otherwise. */
export type Overview = {
  /** Of adopted plans and of plans from sources; of one plan or programme, all of it. */
  readonly actions: number
  /** Of plans that were made here and are not adopted: counted apart, for they are no agreements yet. */
  readonly conceptActions: number
  /** Promises: records that repeat one promise count once. */
  readonly promises: number
  readonly actionsWithIndicator: number
  /** Actions for which a number was promised. */
  readonly actionsWithNumber: number
  /** Led by all municipalities together. */
  readonly actionsTogether: number
  readonly actionsWithPriority: number
  /** Of which a source line says what came of it. */
  readonly actionsWithResult: number
  /** Of which no source says what came of it, while a result on the same subject is there. */
  readonly actionsWithRelatedResult: number
  readonly results: number
  readonly resultsWithIndicator: number
  readonly resultsWithNumber: number
  /** Results that belong to an action, by source or by subject. */
  readonly resultsWithAction: number
  readonly strategies: number
  readonly priorities: number
  readonly plans: number
  readonly plansWithActions: number
  readonly programmes: number
  readonly programmesWithPriority: number
  readonly indicators: number
  readonly indicatorsWithPriority: number
  readonly indicatorsInActions: number
}
