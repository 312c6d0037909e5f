/// The cost of a stretch of values at its own straight line, by weighted least squares under noise
/// that remembers: the residual sum of squares.
///
/// With x(t) = a + bt + s(t) e(t) and e an AR(1) process of autocorrelation ρ, the whitened value
/// x(t)/s(t) − ρ x(t−1)/s(t−1) is linear in a and b with independent residuals. Across a gap of d
/// periods, memory has faded to ρᵈ and the residual grown to (1 − ρ²ᵈ)/(1 − ρ²) times the variance.
/// Place i of the cost is the value i + 1 of the series, the first having no predecessor. Sums of
/// products from the start make each cost a matter of subtractions.
struct LineCost: SegmentCost {
  private struct Sums: Sendable {
    var uu = 0.0
    var uv = 0.0
    var vv = 0.0
    var uy = 0.0
    var vy = 0.0
    var yy = 0.0
  }

  /// The whitened regressors of a and b, and the whitened value.
  private struct Row: Sendable {
    var u: Double
    var v: Double
    var y: Double
  }

  private let rows: [Row]
  private let sums: [Sums]

  /// - Parameter deviations: s, positive.
  init(_ values: [Double], times: [Double], deviations: [Double], autocorrelation rho: Double) {
    // Squares of values or times far from 0 would drown the residuals.
    let count = Double(values.count)
    let mean = values.reduce(0) { $0 + $1 / count }
    let middle = times.isEmpty ? 0 : (times[0] + times[times.count - 1] + 1) / 2
    rows = stride(from: 1, to: values.count, by: 1).map { t in
      let gap = times[t] - times[t - 1]
      let faded = gap == 1 ? rho : Double.pow(rho, gap)
      let grown =
        gap == 1 ? 1 : rho == 1 ? gap : (1 - faded * faded) / (1 - rho * rho)
      let now = 1 / (deviations[t] * grown.squareRoot())
      let before = faded / (deviations[t - 1] * grown.squareRoot())
      return Row(
        u: now - before, v: now * (times[t] - middle) - before * (times[t - 1] - middle),
        y: now * (values[t] - mean) - before * (values[t - 1] - mean))
    }
    var sums = [Sums()]
    sums.reserveCapacity(rows.count + 1)
    for row in rows {
      var next = sums[sums.count - 1]
      next.uu += row.u * row.u
      next.uv += row.u * row.v
      next.vv += row.v * row.v
      next.uy += row.u * row.y
      next.vy += row.v * row.y
      next.yy += row.y * row.y
      sums.append(next)
    }
    self.sums = sums
  }

  var count: Int { rows.count }

  func cost(from start: Int, to end: Int) -> Double {
    let s = difference(start, end)
    let (a, b) = Self.line(s)
    return max(0, s.yy - a * s.uy - b * s.vy)
  }

  /// The whitened residuals about the line of a stretch.
  func residuals(from start: Int, to end: Int) -> [Double] {
    let (a, b) = Self.line(difference(start, end))
    return rows[start..<end].map { $0.y - a * $0.u - b * $0.v }
  }

  private func difference(_ start: Int, _ end: Int) -> Sums {
    let (a, b) = (sums[start], sums[end])
    return Sums(
      uu: b.uu - a.uu, uv: b.uv - a.uv, vv: b.vv - a.vv, uy: b.uy - a.uy, vy: b.vy - a.vy,
      yy: b.yy - a.yy)
  }

  /// Least squares; a level alone, or a slope alone, where they cannot be told apart.
  private static func line(_ s: Sums) -> (a: Double, b: Double) {
    let determinant = s.uu * s.vv - s.uv * s.uv
    if determinant > 1e-12 * s.uu * s.vv {
      return (
        (s.uy * s.vv - s.vy * s.uv) / determinant, (s.vy * s.uu - s.uy * s.uv) / determinant
      )
    }
    if s.vv > 0 { return (0, s.vy / s.vv) }
    return (s.uu > 0 ? s.uy / s.uu : 0, 0)
  }
}
