/// How much a cut of a series of counts can prove at best, given how little either side may hold.
///
/// The tests of changes hold for many counts. Where there are few, three things bound them. A side
/// that would hold less than one hit, and one miss of a share, were there no change, proves nothing
/// (the least that W. G. Cochran (1954), Biometrics 10: 417–451, lets any cell expect). Nor does one
/// that is in truth a single period among empty ones: its exposure must be spread over half as many
/// periods as the shortest segment has, by L. Kish's (1965, Survey Sampling) effective number
/// (Σw)²/Σw². And no test can be surer than the exact one of independent observations.
struct Evidence: Sendable {
  private let family: LevelSeries.Family
  private let y: [Double]
  private let w: [Double]
  private let squares: [Double]

  init(_ series: LevelSeries) {
    family = series.family
    squares = series.w.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1 * $1) }
    y = series.y.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    w = series.w.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// Whether both sides of a cut hold enough to be compared.
  ///
  /// - Parameter shortest: the periods of the shortest segment.
  func suffices(at place: Int, in range: Range<Int>, shortest: Int) -> Bool {
    guard family != .gaussian else { return true }
    let least = Double(shortest) / 2
    guard periods(range.lowerBound, place) >= least, periods(place, range.upperBound) >= least
    else { return false }
    let (a, b) = (sums(range.lowerBound, place), sums(place, range.upperBound))
    let share = (a.y + b.y) / (a.w + b.w)
    let smaller = min(a.w, b.w)
    return smaller * share >= 1 && (family == .poisson || smaller * (1 - share) >= 1)
  }

  /// The least p-value that a difference of the levels on both sides of a cut can have; 0 where
  /// there is no exact test.
  func leastP(at place: Int, in range: Range<Int>) -> Double {
    guard suffices(at: place, in: range, shortest: LevelSegments.minimumLength) else { return 1 }
    let (a, b) = (sums(range.lowerBound, place), sums(place, range.upperBound))
    // Beyond, whole numbers are no longer told apart, nor is there a need.
    guard a.w + b.w < 1e12, a.y + b.y < 1e12 else { return 0 }
    switch family {
    case .gaussian: return 0
    case .binomial:
      return ExactTest.shares(
        first: (Int(a.y.rounded()), Int(a.w.rounded())),
        second: (Int(b.y.rounded()), Int(b.w.rounded()))) ?? 0
    case .poisson:
      return ExactTest.rates(
        first: (Int(a.y.rounded()), a.w), second: (Int(b.y.rounded()), b.w)) ?? 0
    }
  }

  /// The effective number of periods that the exposure is spread over.
  private func periods(_ start: Int, _ end: Int) -> Double {
    let (sum, square) = (w[end] - w[start], squares[end] - squares[start])
    return square > 0 ? sum * sum / square : 0
  }

  private func sums(_ start: Int, _ end: Int) -> (y: Double, w: Double) {
    (y[end] - y[start], w[end] - w[start])
  }
}
