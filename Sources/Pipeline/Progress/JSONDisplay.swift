import Corpus
import Export
import Logging

/// For programs: a line of JSON for each event, as `docs/user-guide.md` describes them.
struct JSONDisplay: RunDisplay {
  var interval: Double { 1 }

  func render(_ event: RunEvent) -> [UInt8] {
    var bytes: [UInt8] = []
    JSON.object(Self.fields(event)).append(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func fields(_ event: RunEvent) -> [(key: String, value: JSON)] {
    switch event {
    case .began(let stage): return [("event", .string("began")), ("stage", .string(stage))]
    case .advanced(let stage, let progress, let seconds):
      let left = progress.share.flatMap { $0 > 0 ? seconds / $0 - seconds : nil }
      return [
        ("event", .string("advanced")), ("stage", .string(stage)),
        ("share", number(progress.share)), ("count", .integer(progress.count)),
        ("unit", .string(progress.unit)), ("bytes", integer(progress.bytes)),
        ("rejects", integer(progress.rejects)), ("seconds", number(seconds)),
        ("seconds_left", number(left)),
      ]
    case .ended(let stage, let result, let seconds):
      return [
        ("event", .string("ended")), ("stage", .string(stage)), ("result", .string(result)),
        ("seconds", number(seconds)),
      ]
    case .logged(let level, let message, let metadata):
      let details = metadata.sorted { $0.key < $1.key }.map { ($0.key, JSON.string($0.value)) }
      return [
        ("event", .string("logged")), ("level", .string(level.rawValue)),
        ("message", .string(message)), ("metadata", .object(details)),
      ]
    case .finished(let summary): return [("event", .string("finished"))] + fields(summary)
    case .failed(let message):
      return [("event", .string("failed")), ("message", .string(message))]
    }
  }

  private static func fields(_ summary: RunSummary) -> [(key: String, value: JSON)] {
    let census = summary.census
    return [
      ("study", .string(summary.study)), ("folder", .string(summary.folder)),
      ("documents", .integer(census.documents)), ("rejects", .integer(census.rejects)),
      ("undated", .integer(census.undated)), ("copies", .integer(census.copies)),
      ("words", .integer(census.tokens)),
      ("first", .string(census.first?.description)), ("last", .string(census.last?.description)),
      (
        "mentions",
        .object(census.mentions.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      ("tables", .array(summary.tables.map { .string($0) })),
      ("within_reject_limit", .bool(summary.isWithinRejectLimit)),
    ]
  }

  /// To a thousandth: finer would be noise.
  private static func number(_ value: Double?) -> JSON {
    value.map { .number(($0 * 1000).rounded() / 1000) } ?? .null
  }

  private static func integer(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }
}
