import { formationFile } from '../domains/capacity'
import { crimeTypeFile, crimeTypeIndicatorFile, exampleSizeFile } from '../domains/crime'
import { callFile, lineFile } from '../domains/datacalls'
import {
  contradictionFile,
  documentFile,
  indicatorFile,
  measurementFile,
  themeFile,
  unresolvedValueFile,
} from '../domains/figures'
import {
  bodyFile,
  bodyPowerFile,
  bodyTopicFile,
  principleFile,
  seatFile,
  workingGroupFile,
} from '../domains/governance'
import { examplePostFile, organisationFile } from '../domains/identity'
import { eventFile, knowledgeFile, termFile } from '../domains/learning'
import { budgetFile } from '../domains/money'
import * as strategy from '../domains/strategy'
import { areaChangeFile, areaFile, membershipFile, tileFile } from '../domains/territory'
import type { PackFile } from '../platform/pack/pack-file'

/** Every file of a region pack, in the order of the domains. Another region is the same files with other rows. */
export const packFiles: readonly PackFile[] = [
  organisationFile,
  areaFile,
  membershipFile,
  areaChangeFile,
  tileFile,
  documentFile,
  themeFile,
  indicatorFile,
  measurementFile,
  contradictionFile,
  unresolvedValueFile,
  crimeTypeFile,
  crimeTypeIndicatorFile,
  exampleSizeFile,
  callFile,
  lineFile,
  strategy.strategyFile,
  strategy.priorityFile,
  strategy.priorityStateFile,
  strategy.focusLineFile,
  strategy.trendFile,
  strategy.planFile,
  strategy.programmeFile,
  strategy.actionFile,
  strategy.resultFile,
  strategy.matrixFile,
  strategy.linkFile,
  bodyFile,
  bodyPowerFile,
  bodyTopicFile,
  workingGroupFile,
  seatFile,
  principleFile,
  termFile,
  knowledgeFile,
  eventFile,
  formationFile,
  budgetFile,
  examplePostFile,
]
