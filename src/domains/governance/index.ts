export { type Body, powersOn } from './body'
export { bodyFile, bodyPowerFile, bodyTopicFile, principleFile, seatFile, workingGroupFile } from './body.pack'
export { bodyPage } from './body.pages'
export { frequencyText, levelNames, wrongDay } from './body.parts'
export { findBody, listBodies, listTopics } from './body.store'
export { verdictText } from './composition.parts'
export {
  type CompositionRule,
  compareMembers,
  deviates,
  type Member,
  type PlaceComparison,
  type PlacedMunicipality,
  rulesOn,
} from './composition-rule'
export { compositionRuleFile } from './composition-rule.pack'
export { compositionRules } from './composition-rule.store'
export { type ContactPoint, telephoneLink } from './contact'
export { adviserContact } from './contact.store'
export { exampleContactFile } from './example-contact.pack'
export { prepareExampleContacts } from './example-contact.verbs'
export { governanceResources, governanceRoutes } from './routes'
export { findWorkingGroup } from './working-group.store'
