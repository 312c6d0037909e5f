/// Sequences of atoms, each of a pattern, one behind the other in one array: a lexicon has a
/// hundred thousand of them.
public struct Phrases: Sendable {
  public private(set) var atoms: [Int32] = []
  /// The pattern of each phrase.
  public private(set) var patterns: [Int32] = []
  /// Where in `atoms` each phrase ends.
  private var ends: [Int32] = []

  public init() {}

  /// Adds the atoms as a phrase of `pattern`.
  public mutating func append(_ phrase: ArraySlice<Int32>, of pattern: Int32) {
    atoms += phrase
    ends.append(Int32(atoms.count))
    patterns.append(pattern)
  }

  public mutating func reserveCapacity(_ count: Int) {
    patterns.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  public var indices: Range<Int> { patterns.indices }

  /// Where in `atoms` a phrase lies.
  public subscript(index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
