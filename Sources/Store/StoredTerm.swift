import Bytes

/// A term of a lexicon as the store knows it: by a number that it keeps through all edits of other
/// terms, so that mentions found by it stay good.
public struct StoredTerm: Sendable, Hashable {
  public var number: Int32
  /// All that decides what the term finds.
  public var key: [UInt8]

  public init(number: Int32, key: [UInt8]) {
    self.number = number
    self.key = key
  }
}

/// The terms that documents are tagged with.
public struct StoredTerms: Sendable, Hashable {
  /// By lexicon, in order.
  public var lexicons: [String: [StoredTerm]] = [:]
  /// The number of the next term that comes; those of terms that went are not given again.
  public var next: Int32 = 0

  public init() {}
}

/// The terms of a lexicon: for each its number, the length of its key, and its key.
enum TermCoding {
  static func pack(_ terms: [StoredTerm]) -> [UInt8] {
    var writer = VariableLengthWriter()
    for term in terms {
      writer.append(Int(term.number))
      writer.append(term.key.count)
      writer.append(bytes: term.key[...])
    }
    return writer.bytes
  }

  /// `nil` when the bytes are damaged.
  static func unpack(_ packed: ArraySlice<UInt8>) -> [StoredTerm]? {
    var reader = VariableLengthReader(packed)
    var terms: [StoredTerm] = []
    while !reader.isAtEnd {
      guard let number = reader.number(), let count = reader.next(),
        let key = reader.next(bytes: count)
      else { return nil }
      terms.append(StoredTerm(number: number, key: Array(key)))
    }
    return terms
  }
}

/// Where terms stand in the catalogue of the lexicons in use.
public struct TermPlaces: Sendable {
  /// By the number of the term: indices of the catalogue, or -1.
  fileprivate var entries: [Int32]
  fileprivate var terms: [Int32]

  /// - Parameter count: above all numbers of terms.
  public init(count: Int32) {
    entries = Array(repeating: -1, count: Int(count))
    terms = entries
  }

  public mutating func set(_ number: Int32, entry: Int32, term: Int32) {
    entries[Int(number)] = entry
    terms[Int(number)] = term
  }

  /// `nil` for a term that is not in use.
  func place(of number: Int32) -> (entry: Int32, term: Int32)? {
    guard terms.indices.contains(Int(number)), terms[Int(number)] >= 0 else { return nil }
    return (entries[Int(number)], terms[Int(number)])
  }
}
