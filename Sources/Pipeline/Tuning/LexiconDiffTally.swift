import Aggregate
import Corpus
import Lexicons
import Store

/// One of the two sets of lexicons that a diff compares.
struct Side: Sendable {
  let catalogue: Catalogue
  /// The study's measures, or all entries where it names none; a measure whose entries these
  /// lexicons do not have counts nothing.
  let published: [Measure]
  /// A measure for each entry.
  let entries: [Measure]

  init(_ lexicons: LexiconSet, _ study: Study) {
    catalogue = lexicons.catalogue
    entries = Measure.all(of: catalogue)
    let catalogue = catalogue
    published =
      study.measures.isEmpty
      ? entries
      : study.measures.map {
        (try? Instrument.measure($0, catalogue)) ?? Measure(id: $0.id, entries: [])
      }
  }
}

/// Both sets, their entries numbered alike by name.
struct Sides: Sendable {
  let old: Side
  let new: Side
  let names: [String]
  let numbers: (old: [Int32], new: [Int32])

  init(old: Side, new: Side) {
    self.old = old
    self.new = new
    var names = new.catalogue.entries.map(\.name)
    var byName = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    numbers.old = old.catalogue.entries.map { entry in
      if let number = byName[entry.name] { return number }
      byName[entry.name] = Int32(names.count)
      names.append(entry.name)
      return Int32(names.count - 1)
    }
    numbers.new = new.catalogue.entries.indices.map(Int32.init)
    self.names = names
  }
}

/// What has been found of the differences so far; parts of an archive merge.
struct Tally: Sendable {
  private let sides: Sides
  private let samples: Int
  private let plans: (old: CountingPlan, new: CountingPlan)
  private let isNamed: Bool
  private var counts: (old: SeriesCounts, new: SeriesCounts)
  /// Mentions of each entry, changed or not.
  private var mentions: (old: [Int], new: [Int])
  /// The entries that gain or lose something.
  private var rows: [Int32: LexiconDiffRow] = [:]

  init(_ sides: Sides, _ study: Study, samples: Int) {
    self.sides = sides
    self.samples = samples
    isNamed = !study.measures.isEmpty
    func plan(_ side: Side) -> CountingPlan {
      CountingPlan(
        measures: side.published + (study.measures.isEmpty ? [] : side.entries),
        period: study.period, groups: study.groups, from: study.from, to: study.to)
    }
    plans = (plan(sides.old), plan(sides.new))
    let none = Array(repeating: 0, count: sides.names.count)
    mentions = (none, none)
    counts = (
      SeriesCounts(period: study.period, measureCount: plans.old.measures.count),
      SeriesCounts(period: study.period, measureCount: plans.new.measures.count)
    )
  }

  private func number(_ mention: Mention, isNew: Bool) -> Int32 {
    isNew ? sides.numbers.new[Int(mention.entry)] : sides.numbers.old[Int(mention.entry)]
  }

  private func row(_ number: Int32) -> LexiconDiffRow {
    rows[number] ?? LexiconDiffRow(entry: sides.names[Int(number)])
  }

  mutating func count(_ before: [Mention], _ after: [Mention], _ changes: MentionChanges) {
    for mention in before { mentions.old[Int(number(mention, isNew: false))] += 1 }
    for mention in after { mentions.new[Int(number(mention, isNew: true))] += 1 }
    guard !changes.gained.isEmpty || !changes.lost.isEmpty else { return }
    let old = Set(before.map { number($0, isNew: false) })
    let new = Set(after.map { number($0, isNew: true) })
    for mention in changes.gained {
      update(number(mention, isNew: true)) { $0.mentionsGained += 1 }
    }
    for mention in changes.lost { update(number(mention, isNew: false)) { $0.mentionsLost += 1 } }
    for number in new.subtracting(old) { update(number) { $0.documentsGained += 1 } }
    for number in old.subtracting(new) { update(number) { $0.documentsLost += 1 } }
  }

  private mutating func update(_ number: Int32, _ change: (inout LexiconDiffRow) -> Void) {
    change(&rows[number, default: LexiconDiffRow(entry: sides.names[Int(number)])])
  }

  func wantsSample(of mention: Mention, isGain: Bool, limit: Int) -> Bool {
    let row = row(number(mention, isNew: isGain))
    return (isGain ? row.samplesGained : row.samplesLost).count < limit
  }

  mutating func add(_ sample: ConcordanceRow, of mention: Mention, isGain: Bool) {
    update(number(mention, isNew: isGain)) {
      if isGain { $0.samplesGained.append(sample) } else { $0.samplesLost.append(sample) }
    }
  }

  mutating func observe(_ packed: PackedDocument, _ before: [Mention], _ after: [Mention]) {
    let document = packed.header
    var observation = Observation(
      date: document.date, outlet: document.outlet, outletCountry: document.outletCountry,
      language: document.language, tokens: document.tokens, sentences: packed.sentences,
      mentions: before)
    counts.old.add(observation, plan: plans.old)
    observation.mentions = after
    counts.new.add(observation, plan: plans.new)
  }

  mutating func merge(_ other: Tally) {
    counts.old.merge(other.counts.old)
    counts.new.merge(other.counts.new)
    for number in sides.names.indices {
      mentions.old[number] += other.mentions.old[number]
      mentions.new[number] += other.mentions.new[number]
    }
    let samples = samples
    for (number, theirs) in other.rows {
      update(number) {
        $0.mentionsGained += theirs.mentionsGained
        $0.mentionsLost += theirs.mentionsLost
        $0.documentsGained += theirs.documentsGained
        $0.documentsLost += theirs.documentsLost
        $0.samplesGained += theirs.samplesGained.prefix(samples - $0.samplesGained.count)
        $0.samplesLost += theirs.samplesLost.prefix(samples - $0.samplesLost.count)
      }
    }
  }

  // MARK: result

  func result() -> LexiconDiffTool.Result {
    let points = points()
    let changed = rows.keys.sorted().compactMap { number -> LexiconDiffRow? in
      guard var row = rows[number], row.mentionsGained + row.mentionsLost > 0 else { return nil }
      (row.mentionsBefore, row.mentionsAfter) = (
        mentions.old[Int(number)], mentions.new[Int(number)]
      )
      (row.pointsGained, row.pointsLost) = points[row.entry] ?? (0, 0)
      return row
    }
    return LexiconDiffTool.Result(rows: changed, largest: largest())
  }

  /// By measure: the periods of the whole archive that are hit by one side only.
  private func points() -> [String: (gained: Int, lost: Int)] {
    let old = Dictionary(
      zip(plans.old.measures.map(\.id), counts.old.hits), uniquingKeysWith: { _, last in last })
    var points: [String: (gained: Int, lost: Int)] = [:]
    for (measure, cells) in zip(plans.new.measures, counts.new.hits) {
      let before = Set((old[measure.id] ?? [:]).keys.filter { $0.group == .all })
      let after = Set(cells.keys.filter { $0.group == .all })
      points[measure.id] = (after.subtracting(before).count, before.subtracting(after).count)
    }
    for (measure, cells) in zip(plans.old.measures, counts.old.hits) where points[measure.id] == nil
    {
      points[measure.id] = (0, cells.keys.count { $0.group == .all })
    }
    return points
  }

  /// Periods with fewer documents say little: one of them moves the share by a tenth.
  private static let fewDocuments = 10

  private func largest() -> LargestChange? {
    let period = plans.new.period
    let publishedCount = sides.new.published.count
    let old = Dictionary(
      zip(plans.old.measures.prefix(sides.old.published.count).map(\.id), counts.old.hits),
      uniquingKeysWith: { first, _ in first })
    var best: LargestChange?
    for (measure, after) in zip(plans.new.measures.prefix(publishedCount), counts.new.hits) {
      let before = old[measure.id] ?? [:]
      for cell in Set(before.keys).union(after.keys) {
        let documents = counts.new.denominators[cell]?.documents ?? 0
        guard documents >= Self.fewDocuments else { continue }
        let change = LargestChange(
          measure: measure.id, group: cell.group.group, groupValue: cell.group.value,
          period: period.label(of: cell.bin), documents: documents,
          hitBefore: before[cell]?.documents ?? 0, hitAfter: after[cell]?.documents ?? 0)
        if change.hitBefore != change.hitAfter, change.isLarger(than: best) { best = change }
      }
    }
    return best
  }
}

extension LargestChange {
  /// Ties fall to the first by name, so that the answer does not depend on the order of a set.
  fileprivate func isLarger(than other: LargestChange?) -> Bool {
    guard let other else { return true }
    if size != other.size { return size > other.size }
    return (measure, group, groupValue, period)
      < (other.measure, other.group, other.groupValue, other.period)
  }
}
