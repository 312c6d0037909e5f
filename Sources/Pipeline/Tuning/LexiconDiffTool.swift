import Aggregate
import Bytes
import Corpus
import Extract
import Lexicons
import Store

/// `parlance lexicon diff`: what changes in a study when its lexicons change. Tags the stored
/// documents with both; no page is parsed, and the study stays as it is.
public struct LexiconDiffTool: Sendable {
  /// The entries that gain or lose anything, in the order of the new lexicons.
  public struct Result: Sendable {
    public var rows: [LexiconDiffRow]
    /// `nil` where no published series moves.
    public var largest: LargestChange?
  }

  private let study: Study
  private let old: LexiconSet
  private let new: LexiconSet
  private let samples: Int
  private let width: Int
  private let settings: RunSettings

  /// - Parameters:
  ///   - old: lexicon files and folders; and `new`, where none stands for the study's own.
  ///   - samples: mentions to show of what each entry gains and loses.
  ///   - width: Unicode scalars of context on each side.
  public init(
    study: Study, old: [String], new: [String], samples: Int, width: Int, settings: RunSettings
  ) throws {
    self.study = study
    self.old = try LexiconSet.load(old)
    self.new = try LexiconSet.load(new.isEmpty ? study.lexicons.map(study.resolve) : new)
    self.samples = samples
    self.width = width
    self.settings = settings
  }

  public func run() throws -> Result {
    let stored = try StoredStudy(study)
    let sides = Sides(old: Side(old, study), new: Side(new, study))
    var tally = Tally(sides, study, samples: samples)
    let (store, vocabulary, width) = (stored.store, stored.vocabulary, width)
    let rule = try CopyRule(study.count, store)
    let perBatch = samples
    let (oldLexicons, newLexicons) = (CompiledLexicons(old), CompiledLexicons(new))
    let empty = tally
    try store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        var taggers = (
          old: Tagger(oldLexicons, vocabulary: vocabulary),
          new: Tagger(newLexicons, vocabulary: vocabulary)
        )
        return { batch throws(StoreError) in
          var part = empty
          for packed in batch {
            let columns = try packed.columns()
            let before = try taggers.old.mentions(in: packed, columns)
            let after = try taggers.new.mentions(in: packed, columns)
            let changes = MentionChanges(before, after, numbers: sides.numbers)
            part.count(before, after, changes)
            for (mentions, isGain) in [(changes.gained, true), (changes.lost, false)] {
              for mention in mentions
              where part.wantsSample(of: mention, isGain: isGain, limit: perBatch) {
                let row = try ConcordanceRow(
                  mention, in: packed, columns, vocabulary, width: width)
                part.add(row, of: mention, isGain: isGain)
              }
            }
            if rule.counts(packed) {
              part.observe(packed, before, after)
            }
          }
          return part
        }
      },
      consume: { tally.merge($0) })
    return tally.result()
  }
}
