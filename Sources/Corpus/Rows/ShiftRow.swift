/// One row of `shifts.csv`.
public struct ShiftRow: TableRow, Hashable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case change, burst, trend, intervention
  }

  public var measure: String
  public var group: String
  public var groupValue: String
  public var kind: Kind
  public var method: String
  public var period: String?
  public var periodLow: String?
  public var periodHigh: String?
  public var levelBefore: Double?
  public var levelAfter: Double?
  public var effect: Double?
  public var effectLow: Double?
  public var effectHigh: Double?
  public var pValue: Double?
  public var qValue: Double?
  public var posterior: Double?
  public var event: String?
  public var placeboP: Double?

  public init(
    measure: String, group: String, groupValue: String, kind: Kind, method: String,
    period: String? = nil, periodLow: String? = nil, periodHigh: String? = nil,
    levelBefore: Double? = nil, levelAfter: Double? = nil, effect: Double? = nil,
    effectLow: Double? = nil, effectHigh: Double? = nil, pValue: Double? = nil,
    qValue: Double? = nil, posterior: Double? = nil, event: String? = nil, placeboP: Double? = nil
  ) {
    self.measure = measure
    self.group = group
    self.groupValue = groupValue
    self.kind = kind
    self.method = method
    self.period = period
    self.periodLow = periodLow
    self.periodHigh = periodHigh
    self.levelBefore = levelBefore
    self.levelAfter = levelAfter
    self.effect = effect
    self.effectLow = effectLow
    self.effectHigh = effectHigh
    self.pValue = pValue
    self.qValue = qValue
    self.posterior = posterior
    self.event = event
    self.placeboP = placeboP
  }

  public static let schema = TableSchema(
    name: "shifts",
    description: """
      The shifts found in the series: change points, bursts, trends and effects of interventions.
      """,
    columns: [
      .init("measure", .string, "The measure, as in series.csv."),
      .init("group", .string, "What the series is grouped by, as in series.csv."),
      .init("group_value", .string, "The group, as in series.csv."),
      .init(
        "kind", .string,
        """
        change: the level changes at the period; burst: it is raised from period_low to \
        period_high; trend: it rises or falls throughout; intervention: it differs after a given \
        date.
        """),
      .init(
        "method", .string,
        "The method that found it, such as pelt-binomial or mann-kendall; see the method notes."),
      .init(
        "period", .string,
        "The first period of the new segment or of the burst; empty for a trend."),
      .init(
        "period_low", .string,
        "Earliest period: of the 95 % interval of a change; the first of a burst or trend."),
      .init(
        "period_high", .string,
        "Latest period: of the 95 % interval of a change; the last of a burst or trend."),
      .init(
        "level_before", .number,
        """
        Level before the shift: a share of documents, a rate or a mean, as the method says; of a \
        burst, the usual level; of a trend, that of the first third of the periods.
        """),
      .init(
        "level_after", .number, "Level after the shift; of a trend, that of the last third."),
      .init(
        "effect", .number,
        """
        Size of the shift: the difference of levels; of a trend, Sen's slope per period; of a \
        change by a method that ends in -trend, the change of the slope per period.
        """),
      .init("effect_low", .number, "Lower bound of the 95 % interval of the effect."),
      .init("effect_high", .number, "Upper bound of the 95 % interval of the effect."),
      .init(
        "p_value", .number,
        """
        Probability of a shift this large when there is none; empty where the method has no \
        test.
        """),
      .init(
        "q_value", .number,
        "p_value corrected for the number of series tested (Benjamini-Hochberg)."),
      .init(
        "posterior", .number,
        """
        Of a change of level, the probability that one lies from period_low to period_high, by \
        Bayes' rule over all segmentations (Fearnhead 2006); a second opinion.
        """),
      .init("event", .string, "Of an intervention, the label of the event."),
      .init(
        "placebo_p", .number,
        """
        Of an intervention, the share of other dates at which an effect as strong is found in the \
        same series; empty where neither effect of the event has a p_value of at most 0.05.
        """),
    ])

  public var values: [Value] {
    [
      .text(measure), .text(group), .text(groupValue), .text(kind.rawValue), .text(method),
      .optional(period), .optional(periodLow), .optional(periodHigh), .optional(levelBefore),
      .optional(levelAfter), .optional(effect), .optional(effectLow), .optional(effectHigh),
      .optional(pValue), .optional(qValue), .optional(posterior),
      .optional(event), .optional(placeboP),
    ]
  }
}
