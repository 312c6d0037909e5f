/// Which of the shifts that a method proposes remain when the noise may remember as much as it likes.
///
/// From all of them to none, that one is left out each time which is missed least; of these
/// descriptions the one of least −2 ln L + c × shifts × shortage is kept (``RememberingNoise``): c is
/// the value that the largest likelihood ratio exceeds by chance, and the shortage brings it to the
/// number of independent observations that a series with such a memory is worth. A pair of shifts
/// that hold each other up, a bulge of the memory, must outweigh a description with neither.
struct MemorySelection {
  struct Standing: Sendable {
    /// Among the shifts proposed.
    var index: Int
    /// The likelihood ratio against the description without it, for as many independent
    /// observations.
    var ratio: Double
  }

  var noise: RememberingNoise
  /// c.
  var critical: Double
  /// The group of each segment where only these of the shifts are kept.
  var groups: (_ kept: [Int]) -> [Int]

  /// Changes of level, or of line, at places that part the series into segments.
  init(changes: [Int], in series: StableSeries, parameters: Int, critical: Double) {
    let edges = [0] + changes + [series.values.count]
    let segment = zip(edges, edges.dropFirst()).enumerated().flatMap { number, edge in
      Array(repeating: number, count: edge.1 - edge.0)
    }
    noise = RememberingNoise(series, segment: segment, parameters: parameters)
    self.critical = critical
    groups = { kept in (0...changes.count).map { segment in kept.count { $0 < segment } } }
  }

  /// Stretches at levels of their own, on one common level.
  init(stretches: [Range<Int>], in series: StableSeries, critical: Double) {
    var segment = Array(repeating: 0, count: series.values.count)
    for (index, stretch) in stretches.enumerated() {
      for period in stretch { segment[period] = index + 1 }
    }
    noise = RememberingNoise(series, segment: segment, parameters: 1)
    self.critical = critical
    groups = { kept in
      [0] + stretches.indices.map { index in kept.firstIndex(of: index).map { $0 + 1 } ?? 0 }
    }
  }

  func standing(of count: Int) -> [Standing] {
    var kept = Array(0..<count)
    var fit = noise.fit(groups: groups(kept))
    var best = (criterion: Double.infinity, standing: [Standing]())
    while !kept.isEmpty {
      let without = kept.map { index in noise.fit(groups: groups(kept.filter { $0 != index })) }
      let shortage = noise.shortage(fit, groups: groups(kept))
      let criterion = fit.deviance + critical * Double(kept.count) * shortage
      if criterion < best.criterion {
        let ratios = without.map { ($0.deviance - fit.deviance) / shortage }
        best = (criterion, zip(kept, ratios).map { Standing(index: $0, ratio: $1) })
      }
      guard
        let weakest = without.indices.min(by: { without[$0].deviance < without[$1].deviance })
      else { break }
      fit = without[weakest]
      kept.remove(at: weakest)
    }
    return fit.deviance <= best.criterion ? [] : best.standing
  }
}
