import Aggregate
public import Corpus
import Extract
import Lexicons
import Normalize

/// `parlance tag`: the mentions in any articles, without a study.
public struct TagTool: Sendable {
  private let tool: ArticleTool
  private let lexicons: CompiledLexicons
  private let format: OutputFormat
  private let onlyAbout: Bool

  /// - Parameter onlyAbout: leave out the mentions of what an article is not about.
  public init(
    paths: [String], lexicons: LexiconTool, format: OutputFormat, onlyAbout: Bool = false,
    reading: ReadingSettings = ReadingSettings(), settings: RunSettings
  ) {
    tool = ArticleTool(paths: paths, reading: reading, settings: settings)
    self.lexicons = CompiledLexicons(lexicons.lexicons)
    self.format = format
    self.onlyAbout = onlyAbout
  }

  /// Calls `write` with rows in the order of the articles. Returns whether all files could
  /// be read.
  public func run(write: ([UInt8]) throws -> Void, onReject: (Reject) -> Void) throws -> Bool {
    try write(format.header(of: MentionRow.self))
    let (lexicons, format, onlyAbout) = (lexicons, format, onlyAbout)
    return try tool.run(
      makeWorker: {
        var tagger = Tagger(lexicons)
        let normalizer = Normalizer(makesSignatures: false)
        return { articles in
          var bytes: [UInt8] = []
          var rejects: [Reject] = []
          for article in articles {
            do throws(Reject) {
              let document = try normalizer.document(from: article)
              let mentions = tagger.mentions(in: document)
              let salient = Salience.byEntry(mentions)
              for mention in mentions {
                let salience = salient[mention.entry] ?? Salience()
                if onlyAbout, !salience.isAbout { continue }
                let passage = mention.field == .title ? document.title : document.body
                let place = mention.range.bytes
                let text = passage.utf8[Int(place.lowerBound)..<Int(place.upperBound)]
                format.append(
                  MentionRow(
                    mention, text: text, in: document, lexicons.catalogue, salience: salience),
                  to: &bytes)
              }
            } catch {
              rejects.append(error)
            }
          }
          return (bytes, rejects)
        }
      }, consume: write, onReject: onReject)
  }
}

extension MentionRow {
  /// The row of a mention that was found as `text` in `document`.
  fileprivate init(
    _ mention: Mention, text: ArraySlice<UInt8>, in document: Document, _ catalogue: Catalogue,
    salience: Salience
  ) {
    let entry = catalogue.entries[Int(mention.entry)]
    self.init(
      documentID: document.id, date: document.date, outlet: document.outlet,
      lexicon: entry.lexicon, entry: entry.id, term: catalogue.terms[Int(mention.term)],
      field: mention.field, start: Int(mention.range.scalars.lowerBound),
      end: Int(mention.range.scalars.upperBound), sentence: Int(mention.sentence),
      text: String(decoding: text, as: UTF8.self), ambiguous: mention.ambiguous,
      weight: catalogue.weight(of: mention.term), rule: catalogue.rules[Int(mention.term)],
      salience: salience.points)
  }
}
