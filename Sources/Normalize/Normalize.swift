import Bytes
public import Corpus

/// Turns parsed articles into documents: clean text, sentences, word count, language, and the
/// hashes by which copies are found (`DuplicateFinder`).
///
/// Pure: the same article gives the same document, on any thread.
public struct Normalizer: Sendable {
  /// Whether documents get a signature. Tagging a stream of texts needs none.
  public var makesSignatures: Bool

  public init(makesSignatures: Bool = true) {
    self.makesSignatures = makesSignatures
  }

  /// The document of an article. Throws a `Reject` for an article with neither title nor text.
  public func document(from article: Article) throws(Reject) -> Document {
    let title = TextCleaner.passage([article.title])
    var body = TextCleaner.passage(article.paragraphs)
    removeTitle(title, from: &body)
    guard !title.isEmpty || !body.isEmpty else { throw reject(article) }

    let titleTokens = tokens(of: title)
    let bodyTokens = tokens(of: body)
    let titleWords = FoldedWords.of(titleTokens, in: title.span)
    let bodyWords = FoldedWords.of(bodyTokens, in: body.span)
    return Document(
      id: article.id, source: article.source, url: article.url,
      authors: article.authors.compactMap { TextCleaner.cleaned($0) },
      date: article.date, dateSource: article.dateSource,
      outlet: TextCleaner.cleaned(article.outlet), outletCountry: article.outletCountry,
      language: Language.resolve(
        declared: article.language, title: title, body: body,
        words: titleWords + bodyWords.prefix(LanguageDetector.sampledWords)),
      title: Passage(
        utf8: title, sentenceStarts: SentenceSplitter.starts(in: title.span, isHeadline: true)),
      body: Passage(utf8: body, sentenceStarts: SentenceSplitter.starts(in: body.span)),
      tokens: Tokenizer.countWords(titleTokens) + Tokenizer.countWords(bodyTokens),
      signature: makesSignatures ? MinHash.signature(of: bodyWords) : [],
      contentHash: ContentHash.of(title: titleWords, body: bodyWords, signs: title + body))
  }

  private func tokens(of text: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 5)
    Tokenizer.tokenize(text.span, into: &tokens)
    return tokens
  }

  /// Drops the lines at the start of the body that only repeat the title: a headline counts once.
  private func removeTitle(_ title: [UInt8], from body: inout [UInt8]) {
    let words = FoldedWords.of(tokens(of: title), in: title.span)
    guard !words.isEmpty else { return }
    while !body.isEmpty {
      let line = body.firstIndex(of: UInt8(ascii: "\n")) ?? body.count
      // The same words take about the same room: spares reading a long first paragraph.
      guard line <= 2 * title.count + 16 else { return }
      let opening = Array(body[..<line])
      guard FoldedWords.of(tokens(of: opening), in: opening.span) == words else { return }
      body.removeSubrange(..<min(line + 1, body.count))
    }
  }

  private func reject(_ article: Article) -> Reject {
    let hadText = !article.title.isEmpty || article.paragraphs.contains { !$0.isEmpty }
    return hadText
      ? Reject(
        article.source, stage: .normalize, reason: .empty,
        detail: "title and text hold nothing but white space and invisible characters")
      : Reject(
        article.source, stage: .normalize, reason: .noText, detail: "no title and no text found")
  }
}
