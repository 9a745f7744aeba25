import { Tag } from '../../platform/ui'

/** Beside the name of what is of a plan that was made here and not adopted: it is no agreement yet. */
export const ConceptTag = ({ isConcept }: { isConcept: boolean }) =>
  isConcept ? <Tag>concept, nog niet vastgesteld</Tag> : null
