import Corpus
import Testing

/// The columns that users see, in order: changing one breaks their scripts.
private let contract: [(TableSchema, String)] = [
  (
    DocumentRow.schema,
    """
    document_id, source, url, title, authors, date, date_source, outlet, outlet_country, \
    language, tokens, sentences, duplicate_of, cluster_size
    """
  ),
  (RejectRow.schema, "source, offset, stage, reason, detail"),
  (
    MentionRow.schema,
    """
    document_id, date, outlet, lexicon, entry, term, field, start, end, sentence, text, ambiguous, \
    weight, rule, salience
    """
  ),
  (
    SeriesRow.schema,
    """
    measure, period, period_start, group, group_value, documents, tokens, hits, documents_hit, \
    rate_per_10k, document_share, share_low, share_high, status, \
    rate_low, rate_high, rate_boot_low, rate_boot_high, share_smooth, share_within, window
    """
  ),
  (
    ShiftRow.schema,
    """
    measure, group, group_value, kind, method, period, period_low, period_high, level_before, \
    level_after, effect, effect_low, effect_high, p_value, q_value, posterior, event, \
    placebo_p
    """
  ),
  (CooccurrenceRow.schema, "period, unit, a, b, n_ab, n_a, n_b, n, npmi, log_likelihood"),
  (
    CollocateRow.schema,
    """
    comparison, kind, item, change, target_n, reference_n, target_sentences, \
    reference_sentences, log_ratio, g2_four_cell, p_value, q_value
    """
  ),
  (
    ComparisonRow.schema,
    """
    comparison, kind, item, reference, period, statistic, value, low, high, n, p_value, q_value
    """
  ),
  (
    ResonanceRow.schema,
    "comparison, document_id, date, outlet, title, novelty, transience, resonance"
  ),
  (
    ExampleRow.schema, "comparison, side, rank, document_id, date, outlet, title, score"
  ),
  (
    KeynessRow.schema,
    """
    comparison, word, target_n, reference_n, target_tokens, reference_tokens, g2, log_ratio, \
    log_odds_z, q_value, g2_four_cell, target_documents, reference_documents, dispersion, least_z
    """
  ),
]

@Test func columnsAreThoseOfTheContract() {
  for (schema, columns) in contract {
    #expect(schema.columns.map(\.name).joined(separator: ", ") == columns)
    #expect(schema.columns.allSatisfy { $0.description.hasSuffix(".") })
  }
}

@Test func everyRowFillsItsColumns() {
  let gap = SeriesRow(
    measure: "theme/work-996", period: "2019-03", periodStart: CalendarDate(iso: "2019-03-01")!,
    group: "", groupValue: "", documents: 0, tokens: 0, status: .noDocuments)
  #expect(gap.values.count == SeriesRow.schema.columns.count)
  #expect(gap.values[7...12].allSatisfy { $0 == .missing })
  #expect(gap.values[13] == .text("no_documents"))
  #expect(gap.values[14...].allSatisfy { $0 == .missing })

  let shift = ShiftRow(
    measure: "m", group: "", groupValue: "", kind: .change, method: "pelt", effect: .infinity)
  #expect(shift.values.count == ShiftRow.schema.columns.count)
  #expect(shift.values[10] == .missing)

  let pair = CooccurrenceRow(
    period: "all", unit: .sentence, a: "a", b: "b", nAB: 1, nA: 2, nB: 3, n: 4)
  #expect(pair.values.count == CooccurrenceRow.schema.columns.count)
  let word = KeynessRow(
    comparison: "c", word: "w", targetN: 1, referenceN: 2, targetTokens: 3, referenceTokens: 4)
  #expect(word.values.count == KeynessRow.schema.columns.count)
  let document = DocumentRow(
    documentID: "a", source: "a.txt", title: "T", authors: ["A B", "C D"], tokens: 1,
    sentences: 1, clusterSize: 1)
  #expect(document.values.count == DocumentRow.schema.columns.count)
  #expect(document.values[4] == .text("A B; C D"))
  let reject = RejectRow(
    source: "a.gz", stage: .ingest, reason: .truncated, detail: "ends early")
  #expect(
    reject.values == [
      .text("a.gz"), .missing, .text("ingest"), .text("truncated"), .text("ends early"),
    ])
  let mention = MentionRow(
    documentID: "a", lexicon: "country", entry: "JP", term: "Japan", field: .body, start: 0,
    end: 5, sentence: 0, text: "Japan", ambiguous: false)
  #expect(mention.values.count == MentionRow.schema.columns.count)
  #expect(mention.values[6] == .text("body"))
}
