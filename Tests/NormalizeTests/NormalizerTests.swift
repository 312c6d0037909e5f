import Corpus
import Testing

@testable import Normalize

private let source = Source(path: "a.html")

private func article(_ title: String, _ paragraphs: [String]) -> Article {
  Article(id: "a", source: source, title: title, paragraphs: paragraphs)
}

@Test func makesADocument() throws {
  var raw = article(
    "  Vision\u{A0}Fund &amp; friends ", ["It grew. It shrank.", " ", "Mr. Son left."])
  raw.authors = [" Ann  Lee ", "\u{200B}"]
  raw.outlet = "Valley\u{A0}Post"
  raw.date = CalendarDate(iso: "2019-03")
  raw.dateSource = .meta
  raw.url = "https://example.com/a"
  raw.outletCountry = "US"
  raw.language = "en-US"
  let document = try Normalizer().document(from: raw)
  #expect(document.title.text == "Vision Fund & friends")
  #expect(document.body.text == "It grew. It shrank.\nMr. Son left.")
  #expect(document.body.sentenceStarts == [0, 9, 20])
  #expect(document.title.sentenceStarts == [0])
  #expect(document.sentences == 4)
  #expect(document.tokens == 10)
  #expect(document.authors == ["Ann Lee"])
  #expect(document.outlet == "Valley Post")
  #expect(document.language == "en")
  #expect(document.date == raw.date)
  #expect(document.dateSource == .meta)
  #expect(document.outletCountry == "US")
  #expect(document.url == raw.url)
  #expect(document.signature.isEmpty)
}

@Test func aHeadlineCountsOnce() throws {
  let normalizer = Normalizer()
  let repeated = try normalizer.document(
    from: article("Who’s afraid of 996?", ["WHO'S AFRAID OF 996", "Who's afraid of 996?", "Many."]))
  #expect(repeated.body.text == "Many.")
  #expect(try normalizer.document(from: article("Only this", ["Only this"])).body == .empty)
  let later = try normalizer.document(from: article("Why", ["First.", "Why"]))
  #expect(later.body.text == "First.\nWhy")
  let longer = try normalizer.document(from: article("Why", ["Why not?"]))
  #expect(longer.body.text == "Why not?")
  // Signs only: nothing to compare.
  #expect(try normalizer.document(from: article("!!!", ["???"])).body.text == "???")
}

@Test func rejectsAnArticleWithoutText() {
  #expect(
    throws: Reject(source, stage: .normalize, reason: .noText, detail: "no title and no text found")
  ) {
    try Normalizer().document(from: article("", []))
  }
  do {
    _ = try Normalizer().document(from: article(" ", ["\u{200B}", "\t"]))
    Issue.record("an empty article was taken")
  } catch {
    #expect(error.reason == .empty)
    #expect(error.stage == .normalize)
    #expect(error.source == source)
  }
}

@Test func aTitleOrATextIsEnough() throws {
  #expect(try Normalizer().document(from: article("Headline", [])).body == .empty)
  #expect(try Normalizer().document(from: article("", ["Text."])).title == .empty)
}

@Test func signaturesNeedTwentyWords() throws {
  let words = (1...20).map { "word\($0)" }
  let normalizer = Normalizer()
  let long = try normalizer.document(from: article("T", [words.joined(separator: " ")]))
  #expect(long.signature.count == MinHash.size)
  let short = try normalizer.document(
    from: article("T", [words.dropLast().joined(separator: " ")]))
  #expect(short.signature.isEmpty)
  let without = try Normalizer(makesSignatures: false)
    .document(from: article("T", [words.joined(separator: " ")]))
  #expect(without.signature.isEmpty)
  #expect(without.contentHash == long.contentHash)
}

@Test func contentHashSeesWordsOnly() throws {
  func hash(_ title: String, _ paragraphs: [String]) throws -> UInt64 {
    try Normalizer().document(from: article(title, paragraphs)).contentHash
  }
  let original = try hash("Éire’s Fund", ["It’s big. МОСКВА!", "Yes"])
  #expect(try hash("éire's fund!", ["“It's BIG” — москва yes"]) == original)
  #expect(try hash("Éire’s", ["Fund It’s big. МОСКВА!", "Yes"]) != original)
  #expect(try hash("Éire’s Fund", ["big It’s. МОСКВА!", "Yes"]) != original)
  #expect(try hash("!!!", []) != hash("???", []))
}
