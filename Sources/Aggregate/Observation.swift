public import Corpus

/// What one document brings to the counts.
public struct Observation: Sendable {
  /// Tells the document from others, for the bootstrap: a hash of its identifier.
  public var key: UInt64
  public var date: CalendarDate?
  public var outlet: String?
  public var outletCountry: String?
  public var language: String?
  /// Words and sentences of title and body.
  public var tokens: Int
  public var sentences: Int
  public var mentions: [Mention]

  public init(
    key: UInt64 = 0, date: CalendarDate?, outlet: String?, outletCountry: String?,
    language: String?, tokens: Int, sentences: Int, mentions: [Mention]
  ) {
    self.key = key
    self.date = date
    self.outlet = outlet
    self.outletCountry = outletCountry
    self.language = language
    self.tokens = tokens
    self.sentences = sentences
    self.mentions = mentions
  }
}

/// By what the documents of a series are divided.
public enum Group: String, Sendable, Hashable, Codable, CaseIterable {
  case outlet
  case outletCountry = "outlet_country"
  case language

  /// Where documents without a value go.
  static let unknown = "unknown"

  /// The group's value for a document.
  public func value(of document: Document) -> String {
    value(document.outlet, document.outletCountry, document.language)
  }

  func value(of observation: Observation) -> String {
    value(observation.outlet, observation.outletCountry, observation.language)
  }

  private func value(_ outlet: String?, _ country: String?, _ language: String?) -> String {
    let value: String? =
      switch self {
      case .outlet: outlet
      case .outletCountry: country
      case .language: language
      }
    return value ?? Self.unknown
  }
}

/// One series' group: everything, or the documents with one value of a group.
public struct GroupValue: Sendable, Hashable, Comparable {
  public var group: String
  public var value: String

  public static let all = GroupValue(group: "all", value: "all")

  public init(group: String, value: String) {
    self.group = group
    self.value = value
  }

  /// `all` first, then by name.
  public static func < (a: GroupValue, b: GroupValue) -> Bool {
    if (a == .all) != (b == .all) { return a == .all }
    return (a.group, a.value) < (b.group, b.value)
  }
}
