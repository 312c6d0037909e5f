import Bytes
import Corpus
import Extract
import Lexicons
import Store

/// `parlance lexicon check --study`: what the documents of a study say against its lexicons.
public struct LexiconCheckTool: Sendable {
  private let study: Study
  private let lexicons: LexiconSet
  private let settings: RunSettings

  public init(study: Study, lexicons: LexiconTool, settings: RunSettings) {
    self.study = study
    self.lexicons = lexicons.lexicons
    self.settings = settings
  }

  /// What is found, by kind and place in the files, and how many entries are not mentioned at all.
  public func run() throws -> (findings: [LexiconFinding], unmentioned: Int) {
    let stored = try StoredStudy(study)
    let compiled = CompiledLexicons(lexicons)
    let (store, vocabulary) = (stored.store, stored.vocabulary)
    var found = (
      tally: TermTally(compiled.catalogue),
      words: CommonWords(LexiconFindings.names(in: lexicons), in: vocabulary)
    )
    let empty = found
    try store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        var tagger = Tagger(compiled, vocabulary: vocabulary)
        var placed = PlacedWords()
        return { batch throws(StoreError) in
          var part = empty
          for packed in batch where packed.duplicateOf == nil {
            let columns = try packed.columns()
            part.tally.add(try tagger.outcomes(in: packed, columns), document: packed.key)
            for text in [columns.title, columns.body] {
              guard placed.place(text, in: vocabulary) else { throw packed.damage("text") }
              part.words.add(placed)
            }
          }
          return part
        }
      },
      consume: { part in
        found.tally.merge(part.tally)
        found.words.merge(part.words)
      })
    let findings = LexiconFindings(
      lexicons: lexicons, tally: found.tally, commonWords: found.words)
    return (findings.all, findings.unmentioned)
  }
}
