import Corpus
import Testing

@testable import Normalize

/// SplitMix64: the same sequence in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return ContentHash.mix(state)
  }
}

private func words(_ count: Int, _ random: inout Seeded) -> [String] {
  (0..<count).map { _ in "w\(Int.random(in: 0..<5_000, using: &random))" }
}

private func document(
  _ id: String, _ text: [String], date: String? = nil, outlet: String? = nil, title: String = ""
) throws -> Document {
  var article = Article(
    id: id, source: Source(path: id), title: title, paragraphs: [text.joined(separator: " ")])
  article.date = date.flatMap { CalendarDate(iso: $0) }
  article.outlet = outlet
  return try Normalizer().document(from: article)
}

private func clusters(_ documents: [Document]) -> [ClusterMember] {
  var finder = DuplicateFinder()
  for document in documents { finder.add(document) }
  return finder.clusters()
}

/// The true Jaccard index of two texts' five-word shingles.
private func jaccard(_ a: [String], _ b: [String]) -> Double {
  func shingles(_ words: [String]) -> Set<[String]> {
    Set((0...words.count - 5).map { Array(words[$0..<$0 + 5]) })
  }
  let (a, b) = (shingles(a), shingles(b))
  return Double(a.intersection(b).count) / Double(a.union(b).count)
}

@Test func keepsTheEarliestThenTheSmallest() throws {
  var random = Seeded(state: 1)
  let text = words(100, &random)
  let copies = try [
    document("d", text, date: nil), document("c", text, date: "2019-03-02"),
    document("b", text, date: "2019-03-02"), document("a", text, date: "2019-03"),
    document("z", words(100, &random), date: "2001-01-01"),
  ]
  let expected = [
    // "2019-03" begins earlier than any of its days.
    ClusterMember(documentID: "a", duplicateOf: nil, clusterSize: 4),
    ClusterMember(documentID: "b", duplicateOf: "a", clusterSize: 4),
    ClusterMember(documentID: "c", duplicateOf: "a", clusterSize: 4),
    ClusterMember(documentID: "d", duplicateOf: "a", clusterSize: 4),
    ClusterMember(documentID: "z", duplicateOf: nil, clusterSize: 1),
  ]
  #expect(clusters(copies) == expected)
  #expect(clusters(copies.reversed()) == expected)
  #expect(clusters([]) == [])
}

@Test func syndicatedCopiesMayHaveAnotherTitle() throws {
  var random = Seeded(state: 2)
  let text = words(60, &random)
  let pair = try [
    document("a", text, title: "Fund grows"), document("b", text, title: "A fund that grew"),
  ]
  #expect(clusters(pair).map(\.clusterSize) == [2, 2])
}

@Test func headlinesAreCopiesOnlyOnOneDayInOneOutlet() throws {
  func size(_ a: (String?, String?), _ b: (String?, String?), _ title: String) throws -> Int {
    try clusters([
      document("a", [], date: a.0, outlet: a.1, title: title),
      document("b", [], date: b.0, outlet: b.1, title: title),
    ])[0].clusterSize
  }
  let short = "Softbank invests in Uber"
  let long = "Softbank invests nine billion dollars in Uber after long talks"
  #expect(try size(("2018-01-01", "X"), ("2018-01-01", "X"), short) == 2)
  #expect(try size(("2018-01-01", "X"), ("2018-01-02", "X"), short) == 1)
  #expect(try size(("2018-01-01", "X"), ("2018-01-01", "Y"), short) == 1)
  #expect(try size((nil, nil), (nil, nil), short) == 2)
  #expect(try size(("2018-01-01", "X"), ("2019-01-02", "Y"), long) == 2)
}

@Test func theOrderOfFeedingDoesNotMatter() throws {
  var random = Seeded(state: 3)
  var documents: [Document] = []
  for family in 0..<40 {
    let text = words(80, &random)
    for copy in 0..<4 {
      var changed = text
      for _ in 0..<copy { changed[Int.random(in: 0..<80, using: &random)] = "x" }
      try documents.append(
        document("\(family)-\(copy)", changed, date: copy > 0 ? "20\(10 + copy)" : nil))
    }
  }
  let expected = clusters(documents)
  for _ in 0..<5 {
    documents.shuffle(using: &random)
    #expect(clusters(documents) == expected)
  }
}

/// Planted near-copies of known Jaccard index. The threshold is 0.8 and the estimate's standard
/// error 0.05: of the pairs at 0.85 or more at least 95 % must be found, of those found at least
/// 97 % must lie at 0.7 or more, and none under 0.6.
@Test func findsPlantedCopies() throws {
  var random = Seeded(state: 4)
  var documents: [Document] = []
  var pairs: [String: Double] = [:]
  for pair in 0..<600 {
    let length = Int.random(in: 40..<600, using: &random)
    let text = words(length, &random)
    var copy = text
    // Each changed word spoils up to five shingles.
    for _ in 0..<Int.random(in: 0...max(1, length / 20), using: &random) {
      copy[Int.random(in: 0..<length, using: &random)] = "changed"
    }
    if pair % 3 == 0 { copy += words(length / 20, &random) }
    pairs["\(pair)-b"] = jaccard(text, copy)
    try documents.append(document("\(pair)-a", text, date: "2019-01-01"))
    try documents.append(document("\(pair)-b", copy, date: "2019-01-02"))
  }
  var found: [Double] = []
  for member in clusters(documents) {
    guard let original = member.duplicateOf else { continue }
    #expect(original == member.documentID.dropLast(1) + "a")
    found.append(try #require(pairs[member.documentID]))
  }
  let near = pairs.values.count { $0 >= 0.85 }
  let recall = Double(found.count { $0 >= 0.85 }) / Double(near)
  let precision = Double(found.count { $0 >= 0.7 }) / Double(found.count)
  #expect(near > 100)
  #expect(recall >= 0.95)
  #expect(precision >= 0.97)
  #expect(found.allSatisfy { $0 >= 0.6 })
}

@Test func signaturesEstimateTheJaccardIndex() {
  var random = Seeded(state: 5)
  var error = 0.0
  for round in 0..<200 {
    let length = round < 100 ? 30 : 400
    let a = words(length, &random)
    var b = a
    for _ in 0..<(length / 40 + 1) { b[Int.random(in: 0..<length, using: &random)] = "x" }
    let estimate = zip(signature(a), signature(b)).count { $0 == $1 }
    error += Double(estimate) / 64 - jaccard(a, b)
    #expect(abs(Double(estimate) / 64 - jaccard(a, b)) < 0.3)
  }
  // Unbiased: the errors cancel out.
  #expect(abs(error / 200) < 0.02)
}

private func signature(_ words: [String]) -> [UInt32] {
  MinHash.signature(of: words.map { FoldedWords.hash(ofWord: $0) })
}
