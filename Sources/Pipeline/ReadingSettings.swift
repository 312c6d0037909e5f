import Corpus
public import Ingest

/// How files are cut into records and records made into articles, apart from the tables that a study
/// keeps beside its archive.
public struct ReadingSettings: Sendable, Hashable {
  /// Keys and columns that hold a field under names of their own.
  public var fields: FieldMapping
  public var limits: ReadLimits

  public init(fields: FieldMapping = FieldMapping(), limits: ReadLimits = ReadLimits()) {
    self.fields = fields
    self.limits = limits
  }

  /// As a study's archive is read.
  public init(_ study: Study) {
    self.init(fields: FieldMapping(study.fields), limits: study.limits)
  }

  public mutating func apply(_ limit: TypedLimit) { limits[limit.name] = limit.value }

  var reader: RecordReader { RecordReader(limits: limits, fields: fields) }

  func parser(today: CalendarDate) -> ArticleParser { ArticleParser(today: today, fields: fields) }
}

/// A limit as the command line words it: `record_bytes=64MB`.
public struct TypedLimit: Sendable, Hashable {
  let name: LimitName
  let value: Int

  public init(_ assignment: String) throws(LimitError) {
    let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw LimitError("'\(assignment)' is no limit such as record_bytes=64MB")
    }
    guard let name = LimitName(rawValue: parts[0]) else {
      let known = LimitName.allCases.map(\.rawValue)
      let hint = nearestWord(to: parts[0], among: known).map { "did you mean '\($0)'?" }
      throw LimitError(
        "'\(parts[0])' is no limit; \(hint ?? "expected one of: \(known.joined(separator: ", "))")")
    }
    self.name = name
    value = try name.value(parts[1])
  }
}
