// Generated from db/migrations by `npm run generate`. Never edited by hand.
import type { Generated } from 'kysely'
import type { Day } from '../src/kernel/day'

export type Tables = {
  'accounts.accounts': {
    code: string
    kind: string
    year: number
    title: string
    owner: string
    at: string
    acted_as: string
  }
  'accounts.area_files': {
    account: string
    area: string
    format: string
    content: Uint8Array
    hash: string
  }
  'accounts.clearances': {
    account: string
    part: string
    upto: number
    hash: string
    at: string
    acted_as: string
  }
  'accounts.differences': {
    account: string
    at: Generated<string>
    sentences: unknown
    figures: unknown
  }
  'accounts.files': {
    account: string
    format: string
    content: Uint8Array
    hash: string
  }
  'accounts.looks': {
    id: Generated<string>
    account: string
    version: number
    area: string
    at: string
    acted_as: string
  }
  'accounts.pictures': {
    account: string
    hash: string
    media: string
    width: number
    height: number
    content: Uint8Array
    at: Generated<string>
  }
  'accounts.previews': {
    account: string
    version: number
    area: string
    content: string
  }
  'accounts.questions': {
    account: string
    question: string
    version: number
    asked: string
    answered: string
    is_removed: Generated<boolean>
    at: string
    acted_as: string
  }
  'accounts.recomputations': {
    account: string
    at: Generated<string>
    equal: number
    different: number
    gone: number
    is_same: boolean
  }
  'accounts.releases': {
    account: string
    is_example: boolean
    at: string
    acted_as: string
  }
  'accounts.versions': {
    entry: Generated<number>
    block: string
    account: string
    version: number
    part: string
    kind: string
    seq: number
    title: string
    body: string
    origin: string | null
    consent_until: Day | null
    is_removed: Generated<boolean>
    at: string
    acted_as: string
    writer: string | null
    picture: string | null
    alt: string | null
    credit: string | null
    place: Generated<string>
  }
  'accounts.windows': {
    account: string
    version: number
    until: Day
    at: string
    acted_as: string
    form_key: string
  }
  'annotations.versions': {
    item: string
    organisation: string
    version: number
    body: string
    is_ready: boolean
    basis: unknown | null
    at: string
    acted_as: string
    form_key: string
  }
  'capacity.formation_rows': {
    code: string
    organisation: string
    as_of: Day
    operational: number
    trainees: number
    non_operational: number
    total: number
    sum_of_kinds: number
    difference: number
    kind: string
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'crime.counts': {
    area: string
    month: string
    release: number
    counts: number[]
  }
  'crime.differences': {
    release: number
    area: string
    month: string
    type: string
    parts_kind: string
    whole_count: number
    parts_sum: number
  }
  'crime.example_sizes': {
    area: string
    inhabitants: number
    withdrawn_on: Day | null
  }
  'crime.inhabitants': {
    release: number
    area: string
    reference_day: Day
    inhabitants: number
  }
  'crime.key_figure_differences': {
    release: number
    area: string
    figure: string
    parts_kind: string
    whole_count: number
    parts_sum: number
  }
  'crime.key_figure_releases': {
    id: Generated<number>
    source_table: string
    title: string
    reference_day: Day
    modified_at: string
    content_hash: string
    figures: string[]
    stored_at: Generated<string>
  }
  'crime.key_figures': {
    release: number
    area: string
    figure: string
    value: number | null
  }
  'crime.load_orders': {
    id: Generated<number>
    source_table: string
    from_month: string | null
    ordered_at: Generated<string>
    finished_at: string | null
    outcome: string | null
  }
  'crime.notes': {
    id: Generated<string>
    note: string
    version: number
    area: string
    type: string | null
    body: string | null
    valid_from: Day
    valid_to: Day | null
    at: string
    acted_as: string
  }
  'crime.population_differences': {
    release: number
    area: string
    reference_day: Day
    parts_kind: string
    whole_count: number
    parts_sum: number
  }
  'crime.population_releases': {
    id: Generated<number>
    source_table: string
    title: string
    modified_at: string
    content_hash: string
    stored_at: Generated<string>
  }
  'crime.question_mails': {
    question: string
    release: number
    mailed_at: Generated<string>
    answer_before: string[]
    answer_after: string[]
    words: string
  }
  'crime.questions': {
    id: Generated<string>
    person: Generated<string>
    area: string | null
    type: string | null
    asked_at: Generated<string>
    answer: string[] | null
    release: number | null
    answered_at: string | null
    stopped_at: string | null
    view: string
    level: string | null
  }
  'crime.release_areas': {
    release: number
    code: string
    name: string
    kind: string
    municipality: string
    wijk: string | null
    seq: number
  }
  'crime.release_parts': {
    release: number
    municipality: string
    month: string
    row_count: number
    hash: string
    loaded_at: Generated<string>
  }
  'crime.releases': {
    id: Generated<number>
    source_table: string
    is_example: boolean
    modified_at: string
    title: string
    types: string[]
    first_month: string
    last_month: string
    state: string
    refused_because: string | null
    content_hash: string | null
    started_at: Generated<string>
    finished_at: string | null
    cadence: Generated<string>
    part_count: number | null
    asked_from: string | null
  }
  'crime.source_checks': {
    source_table: string
    looked_at: string
    modified_at: string | null
    because: string | null
  }
  'crime.type_indicators': {
    code: string
    type: string
    indicator: string
    difference: string
    withdrawn_on: Day | null
  }
  'crime.types': {
    code: string
    name: string
    explanation: string
    is_published_monthly: boolean
    follows_police_effort: boolean
    example_rate: number
    example_season: string
    withdrawn_on: Day | null
  }
  'datacalls.answers': {
    id: Generated<string>
    line: string
    version: number
    kind: string
    value: number | null
    note: string | null
    import: string | null
    undoes: string | null
    at: string
    acted_as: string
    by_mail: Generated<string | null>
  }
  'datacalls.calls': {
    code: string
    title: string
    year: number
    asked_by: string
    area: string
    due: Day | null
    purpose: string
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'datacalls.imports': {
    id: Generated<string>
    call: string
    holder: string
    file_name: string
    at: string
    acted_as: string
  }
  'datacalls.line_parts': {
    line: string
    part: string
    seq: number
  }
  'datacalls.lines': {
    code: string
    call: string
    seq: number
    block: string
    title: string
    unit: string
    definition: string
    counting_rule: string | null
    holder: string
    due: Day | null
    indicator: string | null
    measurement: string | null
    unresolved_value: string | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'datacalls.mailed_conflicts': {
    id: Generated<string>
    line: string
    against: number
    kind: string
    value: number | null
    note: string | null
    at: string
    acted_as: string
  }
  'datacalls.mailings': {
    id: Generated<string>
    call: string
    holder: string
    kind: string
    at: string
    receivers: number
    acted_as: string
  }
  'datacalls.signatures': {
    answer: string
    at: string
    acted_as: string
  }
  'decisions.action_changes': {
    action: string
    version: number
    field: string
    before: string | null
    after: string | null
    reason: string
    decision: string | null
    mandate: string | null
    at: string
    acted_as: string
    form_key: string
  }
  'decisions.condition_states': {
    decision: string
    seq: number
    version: number
    state: string
    since: Day
    sentence: string
    evidence: string | null
    dropped_by: string | null
    at: string
    acted_as: string
  }
  'decisions.decisions': {
    code: string
    body: string
    area: string | null
    taken_on: Day
    title: string
    text: string
    ground: string
    adopted_by: string[]
    attended: string[]
    remarks: string | null
    conditions: string | null
    is_public: boolean
    reverses: string | null
    recorded_at: string
    acted_as: string
    form_key: string
    closed_to: string | null
    knot_ground: string | null
  }
  'decisions.documents': {
    decision: string
    content: string
    hash: string
  }
  'decisions.effects': {
    decision: string
    seq: number
    kind: string
    subject: string
    before: unknown
    after: unknown
    model: string | null
    hash: string | null
  }
  'decisions.ended_seats': {
    decision: string
    body: string
    seat: string
    was: Day | null
  }
  'decisions.mandates': {
    code: string
    what: string
    who: string
    after_adoption: boolean
    ground: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'decisions.notes': {
    decision: string
    seq: number
    party: string
    words: string
  }
  'decisions.taken_at': {
    decision: string
    meeting: string
    item: string | null
  }
  'drafting.action_versions': {
    entry: Generated<number>
    action: string
    version: number
    seq: number
    project: string | null
    track: string
    title: string
    lead: string
    lead_post: string | null
    participants: string[]
    areas: string[]
    due: string | null
    aim: string | null
    indicators: string[]
    target_value: number | null
    target_unit: string | null
    target_by: string | null
    target_text: string | null
    target_evidence: string | null
    promise: string | null
    is_removed: boolean
    set: string
  }
  'drafting.actions': {
    code: string
    chapter: string
    came_from: string | null
  }
  'drafting.chapter_versions': {
    entry: Generated<number>
    chapter: string
    version: number
    seq: number
    title: string
    kind: string
    priority: string | null
    lead: string | null
    is_removed: boolean
    set: string
  }
  'drafting.chapters': {
    code: string
    draft: string
  }
  'drafting.clearances': {
    chapter: string
    part: string
    upto: number
    at: string
    acted_as: string
  }
  'drafting.drafts': {
    code: string
    kind: string
    title: string
    period_from: number
    period_to: number
    strategy: string | null
    owner: string
    began_from: string | null
    at: string
    acted_as: string
    form_key: string
  }
  'drafting.enforcements': {
    chapter: string
    seq: number
    upto: number
    text: unknown
    at: string
    acted_as: string
  }
  'drafting.paragraph_versions': {
    entry: Generated<number>
    paragraph: string
    version: number
    seq: number
    title: string | null
    body: string
    is_removed: boolean
    set: string
  }
  'drafting.paragraphs': {
    id: string
    chapter: string
    kind: string
    part: string
  }
  'drafting.remarks': {
    id: Generated<string>
    chapter: string
    paragraph: string | null
    action: string | null
    reply_to: string | null
    text: string
    at: string
    acted_as: string
    form_key: string
  }
  'drafting.sets': {
    key: string
    draft: string
    at: string
    acted_as: string
  }
  'drafting.settlements': {
    remark: string
    at: string
    acted_as: string
  }
  'drafting.signatures': {
    chapter: string
    upto: number
    at: string
    acted_as: string
  }
  'drafting.templates': {
    code: string
    kind: string
    seq: number
    short: string
    title: string
    programme_kind: string
    priority: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'figures.contradiction_measurements': {
    contradiction: string
    measurement: string
    seq: number
  }
  'figures.contradictions': {
    code: string
    title: string
    explanation: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'figures.documents': {
    code: string
    title: string
    short: string
    kind: string
    plan: string | null
    known_on: Day
    known_on_estimated: boolean
    line_count: number
    withdrawn_on: Day | null
  }
  'figures.imports': {
    id: Generated<string>
    document: string
    file_name: string
    file_hash: string
    at: string
    acted_as: string
    undone_at: string | null
    undone_as: string | null
  }
  'figures.indicator_parts': {
    indicator: string
    part: string
    seq: number
  }
  'figures.indicators': {
    code: string
    title: string
    unit: string
    favourable: string
    definition: string | null
    caveats: string | null
    theme: string | null
    sources: string[]
    withdrawn_on: Day | null
    numerator: string | null
    denominator: string | null
    factor: number | null
    breaks: Generated<string[]>
  }
  'figures.measurements': {
    code: string
    indicator: string
    area: string
    period: string
    base_period: string | null
    value: number | null
    unit: string
    kind: string
    qualifier: string
    printed: string
    leads: boolean
    leads_because: string | null
    note: string | null
    sources: string[]
    recorded_at: Generated<string>
    withdrawn_on: Day | null
    import: string | null
    margin_low: number | null
    margin_high: number | null
    respondents: number | null
  }
  'figures.survey_questions': {
    code: string
    indicator: string
    survey: string
    question: string
    withdrawn_on: Day | null
  }
  'figures.themes': {
    code: string
    name: string
    seq: number
    withdrawn_on: Day | null
  }
  'figures.unresolved_value_indicators': {
    unresolved_value: string
    indicator: string
    seq: number
  }
  'figures.unresolved_values': {
    code: string
    printed: string | null
    value: number | null
    unit: string | null
    period: string | null
    base_period: string | null
    reason: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'governance.bodies': {
    code: string
    name: string
    level: string
    kind: string
    legal_base: string | null
    members: Generated<string[]>
    purpose: string | null
    times_a_year_min: number | null
    times_a_year_max: number | null
    frequency: string | null
    instance_count: number | null
    chair: string | null
    valid_from: Day | null
    valid_to: Day | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'governance.body_powers': {
    code: string
    body: string
    power: string
    valid_from: Day | null
    valid_to: Day | null
    explanation: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'governance.body_topics': {
    code: string
    level: string
    stream: string
    seq: number
    topic: string
    valid_from: Day | null
    valid_to: Day | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'governance.composition_rules': {
    code: string
    body: string
    role: string
    party: string
    per: string
    seat_count: number
    valid_from: Day | null
    valid_to: Day | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'governance.contact_points': {
    id: Generated<string>
    organisation: string
    form_key: string
  }
  'governance.contact_versions': {
    point: string
    version: number
    title: string
    subject: string
    telephone: string | null
    mailbox: string | null
    is_adviser: boolean
    is_ended: boolean
    at: string
    acted_as: string
  }
  'governance.example_contacts': {
    code: string
    organisation: string
    title: string
    subject: string
    telephone: string | null
    mailbox: string | null
    is_adviser: boolean
    withdrawn_on: Day | null
  }
  'governance.principles': {
    code: string
    principle_set: string
    seq: number
    title: string
    body: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'governance.working_group_seats': {
    code: string
    working_group: string
    seat: number
    ground: string
    role: string
    seat_count: number
    district: string | null
    municipality: string | null
    organisation: string | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'governance.working_groups': {
    code: string
    name: string
    kind: string
    priority: string | null
    valid_from: Day | null
    valid_to: Day | null
    composition: string | null
    also_acts_as: string | null
    reports_to: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'hearings.answers': {
    id: Generated<string>
    hearing: string
    party: string
    point: number
    version: number
    entry: string
    text: string
    effect: string
    place: string | null
    text_before: string | null
    text_after: string | null
    at: string
    acted_as: string
    person: string
  }
  'hearings.closures': {
    hearing: string
    at: string
    acted_as: string
  }
  'hearings.entries': {
    id: Generated<string>
    hearing: string
    party: string
    version: number
    sent_on: Day | null
    on_agenda_on: Day | null
    heard_on: Day | null
    in_private: boolean
    view: string | null
    paper: string | null
    at: string
    acted_as: string
  }
  'hearings.hearings': {
    code: string
    strategy: string | null
    plan: string | null
    text_name: string
    text_on: Day
    text_address: string | null
    term_ends_on: Day
    asked_by: string
    opened_at: string
    acted_as: string
    is_example: boolean
    person: string
    form_key: string
  }
  'hearings.mailings': {
    hearing: string
    party: string
    kind: string
    at: string
    receivers: number
  }
  'hearings.nota_files': {
    hearing: string
    version: number
    format: string
    content: Uint8Array
    hash: string
  }
  'hearings.notas': {
    hearing: string
    version: number
    model: string
    at: string
    acted_as: string
  }
  'hearings.parties': {
    hearing: string
    code: string
    organisation: string
    area: string | null
  }
  'hearings.points': {
    entry: string
    number: number
    text: string
  }
  'identity.audit_log': {
    id: Generated<string>
    at: string
    person: string | null
    acted_as: string
    event: string
    object: string | null
    outcome: string
    request: string
  }
  'identity.erasures': {
    address_hash: string
    erased_on: Day
  }
  'identity.example_post_areas': {
    example_post: string
    area: string
    seq: number
  }
  'identity.example_posts': {
    code: string
    person: string
    title: string
    organisation: string
    role: string
    valid_from: Day
    valid_to: Day | null
    withdrawn_on: Day | null
  }
  'identity.organisations': {
    code: string
    name: string
    kind: string
    cbs_code: string | null
    tooi_uri: string | null
    valid_from: Day | null
    valid_to: Day | null
    successor: string | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
    stands_for: string | null
  }
  'identity.parties': {
    code: string
    kind: string
    name: string
  }
  'identity.people': {
    id: Generated<string>
    name: string
    email: string
    is_example: Generated<boolean>
    created_at: Generated<string>
  }
  'identity.person_logins': {
    provider: string
    subject: string
    person: string
    first_used_at: string
    last_used_at: string
  }
  'identity.post_areas': {
    post: string
    area: string
  }
  'identity.posts': {
    id: Generated<string>
    person: string
    organisation: string
    title: string
    role: string
    valid_from: Day
    valid_to: Day | null
  }
  'identity.provider_visits': {
    browser_hash: string
    provider: string
    state: string
    nonce: string
    verifier: string
    returns_to: string
    expires_at: string
  }
  'identity.sessions': {
    id_hash: string
    person: string
    started_at: string
    last_seen_at: string
    ends_at: string
    way: string
    id: Generated<string>
  }
  'identity.sign_in_links': {
    token_hash: string
    person: string
    requested_at: string
    expires_at: string
  }
  'identity.sign_in_requests': {
    id: Generated<string>
    way: string
    address_hash: string | null
    sender_hash: string | null
    requested_at: string
  }
  'learning.event_places': {
    event: string
    place: string
  }
  'learning.events': {
    code: string
    title: string
    kind: string
    theme: string | null
    held_on: string | null
    held_on_precision: string
    attendance: number | null
    organiser: string | null
    audience: string | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'learning.knowledge_item_users': {
    knowledge_item: string
    used_by: string
    seq: number
  }
  'learning.knowledge_items': {
    code: string
    title: string
    kind: string
    theme: string | null
    target_group: string | null
    year: string | null
    state: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'learning.terms': {
    code: string
    term: string
    kind: string
    expansion: string | null
    explanation: string | null
    explanation_en: string | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'levels.cell_versions': {
    district: string
    theme: string
    partner: string
    version: number
    answer: string
    start_position: string | null
    reason: string
    decided_on: Day
    before: unknown
    at: string
    acted_as: string
    form_key: string
  }
  'levels.local_links': {
    entry: string
    number: number
    priority: string
  }
  'levels.local_plan_versions': {
    id: Generated<string>
    plan: string
    version: number
    title: string
    period_from: number | null
    period_to: number | null
    adopted_on: Day | null
    address: string | null
    at: string
    acted_as: string
    is_example: boolean
    form_key: string
  }
  'levels.local_plans': {
    code: string
    area: string
    form_key: string
  }
  'levels.local_priorities': {
    entry: string
    number: number
    text: string
    answered: string
    action: string | null
    said_at: string
    said_as: string
  }
  'levels.named_plan_priorities': {
    plan: string
    priority: string
    seq: number
  }
  'levels.named_plans': {
    code: string
    area: string
    title: string
    priority: string | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'levels.national_item_priorities': {
    item: string
    priority: string
    seq: number
  }
  'levels.national_items': {
    code: string
    agenda: string
    plan: string | null
    title: string
    goal: string | null
    period_from: number | null
    period_to: number | null
    ground: string | null
    reason: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'levels.national_links': {
    item: string
    priority: string
    version: number
    linked: boolean
    reason: string
    at: string
    acted_as: string
    form_key: string
  }
  'levels.variant_reasons': {
    variant: string
    reason: string
  }
  'levels.variants': {
    id: Generated<string>
    action: string
    area: string
    version: number
    choice: string
    title: string | null
    lead: string | null
    due_on: Day | null
    target: string | null
    place: string | null
    decided_on: Day | null
    regional: unknown
    at: string
    acted_as: string
    is_example: boolean
    form_key: string
  }
  'mail.keys': {
    is_the_only: Generated<boolean>
    key: Uint8Array
    made_at: string
  }
  'mail.outbox': {
    id: Generated<string>
    recipient: string
    subject: string
    body: string | null
    is_example: boolean
    state: string
    put_at: string
    expires_at: string
    attempts: Generated<number>
    try_at: string
    sent_at: string | null
    stops_at: string | null
    reply_to: string | null
  }
  'mail.received': {
    id: Generated<string>
    address: string
    message_hash: string
    at: string
    outcome: string
    reason: string | null
    session: string | null
  }
  'mail.reply_addresses': {
    id: string
    purpose: string
    about: unknown
    person: string
    post: string
    put_at: string
    expires_at: string
    is_single_use: boolean
    used_at: string | null
  }
  'meetings.answers': {
    meeting: string
    seat: string
    version: number
    answer: string
    at: string
    days_version: number
  }
  'meetings.attachments': {
    item: string
    hash: string
    name: string
    size: number
    is_closed: boolean
    ground: string | null
    closed_until: Day | null
    change_note: string | null
    at: string
    acted_as: string
    withdrawn_at: string | null
  }
  'meetings.calendar_keys': {
    id: Generated<string>
    person: string
    post: string | null
    key_hash: string
    made_at: string
    revoked_at: string | null
  }
  'meetings.days': {
    meeting: string
    version: number
    held_on: Day
    ends_on: Day | null
    state: string
    reason: string | null
    at: string
    acted_as: string
  }
  'meetings.deviations': {
    instance: string
    place: string
    version: number
    reason: string | null
    until: Day | null
    at: string
    acted_as: string
  }
  'meetings.files': {
    hash: string
    content: Uint8Array
  }
  'meetings.foreseen_items': {
    subject: string
    item: string
  }
  'meetings.foreseen_subjects': {
    id: Generated<string>
    instance: string
    is_closed: boolean
    form_key: string
  }
  'meetings.foreseen_versions': {
    subject: string
    version: number
    title: string
    by_whom: string
    period: string | null
    meeting: string | null
    is_dropped: boolean
    reason: string | null
    at: string
    acted_as: string
  }
  'meetings.grounds': {
    code: string
    article: string
    words: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'meetings.instances': {
    code: string
    body: string
    area: string
    is_public: boolean
    is_example: boolean
    at: string
    acted_as: string
  }
  'meetings.invitations': {
    meeting: string
    seat: string
    at: string
  }
  'meetings.items': {
    id: Generated<string>
    meeting: string
    is_closed: boolean
    number: number
    ground: string | null
    closed_until: Day | null
    sent_at: string | null
    sent_version: number | null
    published_at: string | null
    published_version: number | null
    withdrawn_at: string | null
    withdrawn_because: string | null
    form_key: string
    code: Generated<string>
    went_to: string | null
  }
  'meetings.meetings': {
    code: string
    instance: string
    at: string
    acted_as: string
    form_key: string
  }
  'meetings.namings': {
    seat: string
    post: string
    number: number
    at: string
    acted_as: string
    ended_at: string | null
  }
  'meetings.papers': {
    item: string
    version: number
    title: string
    kind: string
    topic: string | null
    asked: string
    occasion: string
    core: string
    caveat: string
    means: string
    follow_up: string
    change_note: string | null
    at: string
    acted_as: string
    subjects: Generated<string[]>
  }
  'meetings.places': {
    meeting: string
    version: number
    begins: string
    ends: string
    place: string | null
    prepared_on: Day | null
  }
  'meetings.publishings': {
    meeting: string
    at: string
    acted_as: string
  }
  'meetings.seats': {
    id: Generated<string>
    instance: string
    kind: string
    organisation: string
    title: string
    post: string | null
    deputy_for: string | null
    valid_from: Day
    valid_to: Day | null
    at: string
    acted_as: string
    form_key: string
  }
  'meetings.sendings': {
    meeting: string
    at: string
    acted_as: string
  }
  'meetings.shares': {
    item: string
    instance: string
    organisation: string
    number: number
    at: string
    acted_as: string
    taken_back_at: string | null
  }
  'meetings.term_mails': {
    seat: string
    until: Day
    at: string
  }
  'meetings.year_task_versions': {
    code: string
    version: number
    month: number
    what: string
    by_whom: string
    to_whom: string
    body: string | null
    is_withdrawn: boolean
    reason: string | null
    at: string
    acted_as: string | null
    form_key: string | null
  }
  'meetings.year_tasks': {
    code: string
    month: number
    what: string
    by_whom: string
    to_whom: string
    body: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'money.budget_lines': {
    code: string
    bureau: string
    year: number
    status: string
    direction: string
    block: string | null
    line: string
    amount: number | null
    fte: number | null
    stream: string | null
    printed: string | null
    readable: string
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'money.grants': {
    code: string
    receiver_kind: string
    receiver: string
    year: number
    amount: number
    purpose: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'outcomes.approvals': {
    meeting: string
    approved_in: string
    at: string
    acted_as: string
  }
  'outcomes.approved_items': {
    item: string
    version: number
    meeting: string
  }
  'outcomes.closures': {
    promise: string
    words: string | null
    at: string
    acted_as: string
  }
  'outcomes.fixed_items': {
    item: string
    version: number
    meeting: string
  }
  'outcomes.fixings': {
    meeting: string
    at: string
    acted_as: string
  }
  'outcomes.list_publishings': {
    meeting: string
    at: string
    acted_as: string
  }
  'outcomes.minute_publishings': {
    meeting: string
    at: string
    acted_as: string
  }
  'outcomes.minutes': {
    item: string
    version: number
    meeting: string
    text: string
    at: string
    acted_as: string
  }
  'outcomes.promises': {
    id: Generated<string>
    meeting: string
    item: string
    is_closed: boolean
    number: number
    kind: string
    text: string
    organisation: string
    title: string
    due: Day | null
    at: string
    acted_as: string
    form_key: string
  }
  'outcomes.proofs': {
    promise: string
    version: number
    sentence: string
    evidence: string | null
    at: string
    acted_as: string
  }
  'outcomes.results': {
    item: string
    version: number
    meeting: string
    outcome: string
    words: string | null
    held_to: string | null
    at: string
    acted_as: string
  }
  'platform.load_parts': {
    load: number
    part: string
    content: unknown
    loaded_at: Generated<string>
  }
  'platform.loads': {
    id: Generated<number>
    source: string
    title: string
    stand: string
    plan: string
    state: string
    refused_because: string | null
    part_count: number
    differences: Generated<number>
    content_hash: string | null
    started_at: Generated<string>
    finished_at: string | null
  }
  'platform.migrations': {
    name: string
    checksum: string
    applied_at: Generated<string>
  }
  'platform.pack_rows': {
    file: string
    code: string
    cells: unknown
  }
  'platform.packs': {
    code: string
    version: string
    name: string
    coalition: string
    is_example: boolean
    loaded_at: string
    publication: Generated<unknown>
  }
  'progress.carriers': {
    id: Generated<string>
    action: string
    version: number
    organisation: string
    post: string | null
    title: string | null
    deputy: string | null
    deputy_title: string | null
    how: string
    at: string
    acted_as: string | null
  }
  'progress.judgements': {
    programme: string
    version: number
    status: string
    sentence: string
    at: string
    acted_as: string
    form_key: string
  }
  'progress.participations': {
    action: string
    area: string
    version: number
    takes_part: string
    sentence: string | null
    at: string
    acted_as: string
    form_key: string
  }
  'progress.photos': {
    hash: string
    kind: string
    content: Uint8Array
  }
  'progress.quiet_time_changes': {
    code: string
    version: number
    name: string
    begins_on: Day
    ends_on: Day
    is_ended: boolean
    reason: string
    at: string
    acted_as: string
    form_key: string
  }
  'progress.quiet_times': {
    code: string
    name: string
    begins_on: Day
    ends_on: Day
    ground: string
    withdrawn_on: Day | null
  }
  'progress.request_items': {
    request: string
    seq: number
    action: string
  }
  'progress.requests': {
    id: Generated<string>
    round: string
    kind: string
    person: string
    post: string
    acted_as: string
    token_hash: string
    at: string
    expires_at: string
  }
  'progress.round_starts': {
    round: string
    started_at: string
    acted_as: string | null
  }
  'progress.rounds': {
    code: string
    begins_on: Day
    ends_on: Day
    note: string | null
    withdrawn_on: Day | null
  }
  'progress.updates': {
    id: Generated<string>
    action: string
    version: number
    status: string
    sentence: string | null
    evidence: string | null
    is_unchanged: boolean
    way: string
    at: string
    post: string
    organisation: string
    acted_as: string
    form_key: string
    photo: string | null
    photo_text: string | null
  }
  'proposals.addressees': {
    id: Generated<string>
    proposal: string
    seq: number
    instance: string | null
    organisation: string | null
    round_closed_at: string | null
    round_result: string | null
  }
  'proposals.answers': {
    addressee: string
    version: number
    round: number
    verdict: string
    why: string
    at: string
    acted_as: string
  }
  'proposals.condition_states': {
    addressee: string
    view_version: number
    seq: number
    version: number
    state: string
    since: Day
    sentence: string
    evidence: string | null
    at: string
    acted_as: string
  }
  'proposals.item_proposals': {
    item: string
    proposal: string
    at: string
    acted_as: string
  }
  'proposals.proposals': {
    code: string
    route: string
    route_name: string
    direction: string
    brought_by: string
    instance: string | null
    decision: string | null
    is_example: boolean
    at: string
    acted_as: string
    finished_at: string | null
    result: string | null
    result_note: string | null
    published_at: string | null
    form_key: string
  }
  'proposals.route_steps': {
    code: string
    route: string
    name: string
    direction: string
    seq: number
    mode: string
    before_whom: string
    who: string
    body: string | null
    valid_from: Day | null
    valid_to: Day | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'proposals.steps': {
    proposal: string
    seq: number
    mode: string
    before_whom: string
    who: string
    body: string | null
    opened_at: string | null
    term: Day | null
    closed_at: string | null
    outcome: string | null
  }
  'proposals.texts': {
    proposal: string
    version: number
    title: string
    body: string
    change_note: string | null
    because_of: string | null
    at: string
    acted_as: string
  }
  'proposals.views': {
    addressee: string
    version: number
    edits: number
    text_version: number
    stance: string
    said: string | null
    condition: string | null
    reason: string | null
    acted_as: string
    released_at: string | null
    released_as: string | null
  }
  'proposals.words': {
    addressee: string
    seat: string
    version: number
    word: string
    remark: string | null
    at: string
  }
  'publications.announced_moments': {
    announcement: string
    version: number
    on_day: Day
    at_time: string
    is_off: Generated<boolean>
    reason: string | null
    subject: string | null
    at: string
    acted_as: string
    form_key: string
  }
  'publications.announcements': {
    code: string
    kind: string
    title: string
    period: string | null
    owner: string
    at: string
    acted_as: string
  }
  'publications.contexts': {
    id: Generated<string>
    report: string
    version: number
    text: string
    at: string
    acted_as: string
  }
  'publications.corrections': {
    id: Generated<string>
    before: string
    after: string
    reason: string
    at: string
    acted_as: string
    kind: string
    subject: string
    title: string | null
  }
  'publications.differences': {
    report: string
    release: number
    known_on: Day
    at: Generated<string>
    sentences: unknown
    figures: number
  }
  'publications.files': {
    report: string
    format: string
    content: Uint8Array
    hash: string
  }
  'publications.ledger': {
    seq: number
    kind: string
    subject: string
    body: string
    previous: string | null
    hash: string
  }
  'publications.recomputations': {
    report: string
    at: Generated<string>
    equal: number
    different: number
    gone: number
    is_same: boolean
  }
  'publications.reports': {
    code: string
    area: string
    period: string
    version: number
    release: number
    is_example: boolean
    known_on: Day
    model: string
    made_at: Generated<string>
  }
  'publications.run_areas': {
    run: string
    area: string
    seq: number
    report: string | null
    made_at: string | null
  }
  'publications.runs': {
    id: Generated<string>
    period: string
    asked_at: Generated<string>
    acted_as: string
    state: Generated<string>
    stopped_because: string | null
    release: number | null
    finished_at: string | null
  }
  'publications.signatures': {
    report: string
    context: string | null
    at: string
    acted_as: string
  }
  'publications.woo_categories': {
    code: string
    label: string
    uri: string
    article: string
    valuation: string | null
    selection_list: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'search.entries': {
    kind: string
    code: string
    title: string
    context: string
    body: string
    href: string
    prominence: number
    is_public: boolean
    words: Generated<string>
    plain_title: Generated<string>
    haystack: Generated<string>
  }
  'strategy.action_areas': {
    action: string
    area: string
    seq: number
  }
  'strategy.action_indicators': {
    action: string
    indicator: string
    seq: number
  }
  'strategy.action_participants': {
    action: string
    party: string
    seq: number
  }
  'strategy.actions': {
    code: string
    plan: string
    programme: string
    project: string | null
    track: string
    title: string
    lead: string
    due: string
    target_value: number | null
    target_unit: string | null
    promise: string | null
    sources: string[]
    withdrawn_on: Day | null
    lead_post: string | null
    aim: string | null
    target_by: string | null
    target_text: string | null
    target_evidence: string | null
  }
  'strategy.focus_lines': {
    code: string
    strategy: string
    priority: string | null
    kind: string
    seq: number
    title: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.links': {
    code: string
    from_kind: string
    from_code: string
    to_kind: string
    to_code: string
    ground: string
    reason: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.matrix_cells': {
    code: string
    district: string
    theme: string
    partner: string
    participates: string
    start_position: string | null
    ground: string
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.matrix_refusals': {
    cell: string
  }
  'strategy.plans': {
    code: string
    title: string
    kind: string
    period_from: number | null
    period_to: number | null
    adopted_on: Day | null
    adopted_by: string | null
    strategy: string | null
    document: string | null
    sources: string[]
    withdrawn_on: Day | null
    made_here: Generated<boolean>
  }
  'strategy.priorities': {
    code: string
    strategy: string
    seq: number
    title: string
    kind: string
    goal: string | null
    lead_group: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.priority_states': {
    code: string
    priority: string
    state: string
    valid_from: Day
    valid_to: Day | null
    reason: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.programmes': {
    code: string
    plan: string
    kind: string
    title: string
    priority: string | null
    lead: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.result_areas': {
    result: string
    area: string
    seq: number
  }
  'strategy.results': {
    code: string
    plan: string
    result_year: number
    programme: string
    project: string | null
    title: string
    lead: string
    value: number | null
    unit: string | null
    indicator: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.strategies': {
    code: string
    title: string
    period_from: number
    period_to: number
    motto: string | null
    goal: string | null
    adopted_on: Day | null
    adopted_by: string | null
    predecessor: string | null
    municipality_count: number | null
    status_note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'strategy.trends': {
    code: string
    inventory: string
    seq: number
    title: string
    sources: string[]
    withdrawn_on: Day | null
  }
  'territory.areas': {
    code: string
    name: string
    kind: string
    cbs_code: string | null
    tooi_uri: string | null
    valid_from: Day | null
    valid_to: Day | null
    other_names: Generated<string[]>
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'territory.boundaries': {
    release: number
    area: string
    path: string
    box: number[]
    mark: number[]
  }
  'territory.boundary_releases': {
    id: Generated<number>
    source: string
    title: string
    valid_from: Day
    content_hash: string
    stored_at: Generated<string>
  }
  'territory.changes': {
    code: string
    kind: string
    from_area: string
    to_area: string
    effective_on: Day
    state: string
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'territory.memberships': {
    code: string
    part: string
    whole: string
    division: string
    valid_from: Day | null
    valid_to: Day | null
    ground: string | null
    note: string | null
    sources: string[]
    withdrawn_on: Day | null
  }
  'territory.organisation_areas': {
    organisation: string
    area: string
    seq: number
  }
  'territory.team_neighbourhoods': {
    id: Generated<string>
    team: string
    code: string
    name: string
    wijk: string | null
    municipality: string
    valid_from: Day
    valid_to: Day | null
    withdrawn_on: Day | null
  }
  'territory.tiles': {
    area: string
    map_column: number
    map_row: number
    short_name: string
    withdrawn_on: Day | null
  }
}
