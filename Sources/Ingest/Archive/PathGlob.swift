/// A path with wildcards: `*` and `?` within a name, `[a-z]` for one byte, `**` for any folders.
struct PathGlob: Sendable {
  /// The folders before the first wildcard.
  let base: [UInt8]
  /// The rest, name by name.
  let names: [[UInt8]]

  static func isPattern(_ path: [UInt8]) -> Bool {
    path.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }

  init(_ path: [UInt8]) {
    let parts = path.split(separator: FilePath.slash).map(Array.init)
    let literal = parts.prefix { !Self.isPattern($0) }
    let folder = Array(literal.joined(separator: [FilePath.slash]))
    base = path.first == FilePath.slash ? [FilePath.slash] + folder : folder
    names = Array(parts.dropFirst(literal.count))
  }

  /// Whether a name fits one part of the pattern. Linear but for one step back per `*`.
  static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (n, p) = (0, 0)
    var retry: (name: Int, pattern: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        retry = (n, p + 1)
        p += 1
      } else if p < pattern.count, let next = matchOne(name[n], pattern, at: p) {
        n += 1
        p = next
      } else if let (startName, startPattern) = retry {
        retry = (startName + 1, startPattern)
        n = startName + 1
        p = startPattern
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Where the pattern goes on if its part at `index` takes `byte`.
  private static func matchOne(_ byte: UInt8, _ pattern: [UInt8], at index: Int) -> Int? {
    switch pattern[index] {
    case UInt8(ascii: "?"): return index + 1
    case UInt8(ascii: "["):
      guard let close = pattern[(index + 1)...].firstIndex(of: UInt8(ascii: "]")) else {
        return byte == pattern[index] ? index + 1 : nil
      }
      return set(pattern[(index + 1)..<close], contains: byte) ? close + 1 : nil
    default: return byte == pattern[index] ? index + 1 : nil
    }
  }

  private static func set(_ set: ArraySlice<UInt8>, contains byte: UInt8) -> Bool {
    let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
    var rest = isNegated ? set.dropFirst() : set
    var found = false
    while let low = rest.popFirst() {
      var high = low
      if rest.first == UInt8(ascii: "-"), rest.count > 1 {
        high = rest[rest.startIndex + 1]
        rest = rest.dropFirst(2)
      }
      if low <= byte, byte <= high { found = true }
    }
    return found != isNegated
  }
}
