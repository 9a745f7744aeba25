import { formationFile } from '../domains/capacity'
import { crimeTypeFile, crimeTypeIndicatorFile, exampleSizeFile } from '../domains/crime'
import { callFile, lineFile } from '../domains/datacalls'
import { mandateFile } from '../domains/decisions'
import { templateFile } from '../domains/drafting'
import {
  contradictionFile,
  documentFile,
  indicatorFile,
  measurementFile,
  surveyQuestionFile,
  themeFile,
  unresolvedValueFile,
} from '../domains/figures'
import {
  bodyFile,
  bodyPowerFile,
  bodyTopicFile,
  compositionRuleFile,
  exampleContactFile,
  principleFile,
  seatFile,
  workingGroupFile,
} from '../domains/governance'
import { examplePostFile, organisationFile } from '../domains/identity'
import { eventFile, knowledgeFile, termFile } from '../domains/learning'
import { namedPlanFile, nationalFile } from '../domains/levels'
import { groundFile, yearTaskFile } from '../domains/meetings'
import { budgetFile } from '../domains/money'
import { quietTimeFile, roundFile } from '../domains/progress'
import { routeFile } from '../domains/proposals'
import { wooCategoryFile } from '../domains/publications'
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
  surveyQuestionFile,
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
  roundFile,
  quietTimeFile,
  bodyFile,
  bodyPowerFile,
  bodyTopicFile,
  workingGroupFile,
  seatFile,
  compositionRuleFile,
  principleFile,
  termFile,
  knowledgeFile,
  eventFile,
  formationFile,
  budgetFile,
  nationalFile,
  namedPlanFile,
  templateFile,
  yearTaskFile,
  groundFile,
  wooCategoryFile,
  routeFile,
  mandateFile,
  examplePostFile,
  exampleContactFile,
]
