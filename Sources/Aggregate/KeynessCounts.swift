/// The words of two sets of documents, target and reference, such as those after and before a
/// change. Integers only; memory goes with the distinct words of both.
///
/// Words are small numbers that the caller gives to folded words.
public struct KeynessCounts: Sendable {
  public enum Side: Sendable, Hashable, CaseIterable { case target, reference }

  /// A word and how often it stands in a document.
  public struct Use: Sendable, Hashable {
    public var word: Int32
    public var occurrences: Int32

    public init(word: Int32, occurrences: Int32) {
      self.word = word
      self.occurrences = occurrences
    }
  }

  /// A word on one side.
  public struct Count: Sendable, Hashable {
    public internal(set) var occurrences: Int32 = 0
    public internal(set) var documents: Int32 = 0
    public internal(set) var outlets = Outlets()

    mutating func merge(_ other: Count) {
      occurrences += other.occurrences
      documents += other.documents
      outlets.merge(other.outlets)
    }
  }

  /// Some outlets that use a word, at most `maximumOutlets`: the least numbers, so that the order
  /// of the documents does not matter.
  public struct Outlets: Sendable, Hashable {
    /// Ascending; the free places last.
    private var numbers = SIMD4<Int32>(repeating: .max)

    public var count: Int {
      KeynessCounts.maximumOutlets - (numbers[0] == .max ? 1 : 0)
        - (numbers[1] == .max ? 1 : 0) - (numbers[2] == .max ? 1 : 0)
    }

    mutating func insert(_ outlet: Int32) {
      guard outlet < numbers[2], outlet != numbers[0], outlet != numbers[1] else { return }
      numbers[2] = outlet
      if outlet < numbers[1] { (numbers[1], numbers[2]) = (outlet, numbers[1]) }
      if outlet < numbers[0] { (numbers[0], numbers[1]) = (outlet, numbers[0]) }
    }

    mutating func merge(_ other: Outlets) {
      for index in 0..<KeynessCounts.maximumOutlets where other.numbers[index] < .max {
        insert(other.numbers[index])
      }
    }
  }

  public struct Word: Sendable, Hashable {
    public let number: Int32
    public internal(set) var target = Count()
    public internal(set) var reference = Count()
  }

  /// More outlets than these need not be told apart.
  public static let maximumOutlets = 3

  /// The words that were counted, in the order first seen.
  public private(set) var words: [Word] = []
  public private(set) var targetTokens = 0
  public private(set) var referenceTokens = 0
  public private(set) var targetDocuments = 0
  public private(set) var referenceDocuments = 0
  /// By number: the word's place in `words`, or -1.
  private var places: [Int32] = []

  public init() {}

  /// Adds a document from the outlet numbered `outlet`: each of its words once.
  public mutating func add(_ document: [Use], outlet: Int32, to side: Side) {
    var tokens = 0
    for use in document {
      tokens += Int(use.occurrences)
      let place = place(of: use.word)
      switch side {
      case .target: words[place].target.add(use.occurrences, outlet)
      case .reference: words[place].reference.add(use.occurrences, outlet)
      }
    }
    switch side {
    case .target:
      targetTokens += tokens
      targetDocuments += 1
    case .reference:
      referenceTokens += tokens
      referenceDocuments += 1
    }
  }

  /// Adds the counts of another part, whose words and outlets have the same numbers.
  public mutating func merge(_ other: KeynessCounts) {
    for word in other.words {
      let place = place(of: word.number)
      words[place].target.merge(word.target)
      words[place].reference.merge(word.reference)
    }
    targetTokens += other.targetTokens
    referenceTokens += other.referenceTokens
    targetDocuments += other.targetDocuments
    referenceDocuments += other.referenceDocuments
  }

  private mutating func place(of number: Int32) -> Int {
    if number >= places.count {
      let room = max(Int(number) + 1, places.count * 2) - places.count
      places.append(contentsOf: repeatElement(-1, count: room))
    }
    if places[Int(number)] < 0 {
      places[Int(number)] = Int32(words.count)
      words.append(Word(number: number))
    }
    return Int(places[Int(number)])
  }
}

extension KeynessCounts.Count {
  /// Adds a document.
  fileprivate mutating func add(_ more: Int32, _ outlet: Int32) {
    occurrences += more
    documents += 1
    outlets.insert(outlet)
  }
}
