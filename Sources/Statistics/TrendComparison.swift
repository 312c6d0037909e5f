/// Whether a straight line tells a series better than its steps do.
///
/// Steps approximate a steady rise as well as one likes; cutting it would report changes where
/// there is only a trend. Both descriptions are fitted by least squares, weighed by the variance
/// that the family gives about the level of the periods around, so that a long nothing counts for
/// as much as it should, and compared by the modified Bayesian information criterion: m ln RSS
/// + 3k ln m + Σ ln(nᵢ/n) for k changes between segments of nᵢ of the n periods, m ln RSS + ln m for
/// the slope of the line. m is n divided by the inflation of autocorrelation. The place of a change
/// costs more than a parameter in which the likelihood is smooth; at Schwarz's price, a slow rise in
/// few counts would be a step as often as not.
///
/// Source: N. R. Zhang and D. O. Siegmund (2007), Biometrics 63: 22–32.
struct TrendComparison {
  private var series: LevelSeries
  private var inflation: Double
  private var weights: [Double]

  init(series: LevelSeries, inflation: Double) {
    self.series = series
    self.inflation = inflation
    weights = series.deviations().map { 1 / ($0 * $0) }
  }

  func isBetter(than changes: [Int]) -> Bool {
    guard !changes.isEmpty, series.count > 3 else { return false }
    let m = max(3, Double(series.count) / inflation)
    let steps = residualsOfSteps(changes)
    let line = residualsOfLine()
    guard steps > 0, line > 0 else { return line < steps }
    let edges = [0] + changes + [series.count]
    let shares = zip(edges, edges.dropFirst()).reduce(0) {
      $0 + Double.log(Double($1.1 - $1.0) / Double(series.count))
    }
    let extra = Double(3 * changes.count - 1) * Double.log(m) + shares
    return m * Double.log(line / steps) < extra
  }

  private func residualsOfSteps(_ changes: [Int]) -> Double {
    let edges = [0] + changes + [series.count]
    return zip(edges, edges.dropFirst()).reduce(0) { sum, edge in
      let level = series.level(from: edge.0, to: edge.1)
      return sum
        + (edge.0..<edge.1).reduce(0) {
          let residual = series.y[$1] / series.w[$1] - level
          return $0 + weights[$1] * residual * residual
        }
    }
  }

  private func residualsOfLine() -> Double {
    StraightLine(zip(series.y, series.w).map(/), times: series.times, weights: weights).squares
  }
}
