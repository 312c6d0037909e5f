import Ingest

/// The names by which `limits:` in `study.yaml` and `--limit` set a limit of reading.
public enum LimitName: String, Sendable, CaseIterable {
  case recordBytes = "record_bytes"
  case expansionRatio = "expansion_ratio"
  case freeExpansion = "free_expansion"
  case expandedBytes = "expanded_bytes"
  case nestingDepth = "nesting_depth"
  case windowBytes = "window_bytes"

  /// The limit that `text` words: a number, or a size such as `64 MB`.
  func value(_ text: String) throws(LimitError) -> Int {
    guard let value = isSize ? Self.bytes(text) : Int(text) else {
      let kind = isSize ? "size such as 64 MB; the units are \(Self.unitNames)" : "whole number"
      throw LimitError("'\(rawValue): \(text)' is no \(kind)")
    }
    guard range.contains(value) else {
      let (least, most) = (written(range.lowerBound), written(range.upperBound))
      throw LimitError("'\(rawValue): \(text)' is not from \(least) to \(most)")
    }
    return value
  }

  fileprivate var path: WritableKeyPath<ReadLimits, Int> {
    switch self {
    case .recordBytes: \.recordBytes
    case .expansionRatio: \.expansionRatio
    case .freeExpansion: \.freeExpansion
    case .expandedBytes: \.expandedBytes
    case .nestingDepth: \.nestingDepth
    case .windowBytes: \.windowBytes
    }
  }

  private var isSize: Bool { self != .expansionRatio && self != .nestingDepth }

  /// What memory, and the formats, can bear.
  private var range: ClosedRange<Int> {
    switch self {
    case .recordBytes: 1 << 10...1 << 30
    case .windowBytes: 1 << 10...1 << 31
    case .freeExpansion, .expandedBytes: 0...1 << 50
    case .expansionRatio: 1...1_000_000
    case .nestingDepth: 0...32
    }
  }

  private func written(_ value: Int) -> String {
    guard isSize, let unit = Self.units.last(where: { value >= 1 << $0.shift }) else {
      return "\(value)"
    }
    return "\(value >> unit.shift) \(unit.name)"
  }

  private static let units: [(name: String, shift: Int)] = [
    ("B", 0), ("KB", 10), ("MB", 20), ("GB", 30), ("TB", 40),
  ]
  private static var unitNames: String { units.map(\.name).joined(separator: ", ") }

  /// The bytes of `64 MB`, `64MiB` or `67108864`: each unit is 1,024 of the one before.
  private static func bytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
    let name = unit.isEmpty ? "B" : unit.replacing("IB", with: "B")
    guard let number = Int(digits), let shift = units.first(where: { $0.name == name })?.shift
    else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1 << shift)
    return isTooLarge ? .max : bytes
  }
}

extension ReadLimits {
  subscript(name: LimitName) -> Int {
    get { self[keyPath: name.path] }
    set { self[keyPath: name.path] = newValue }
  }
}

/// What is wrong with a limit, in one line.
public struct LimitError: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
