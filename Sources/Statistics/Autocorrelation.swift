/// The autocorrelation of residuals, whose mean is taken to be 0.
enum Autocorrelation {
  /// Σ e(t) e(t+lag) / Σ e(t)²; 0 for no variation.
  static func of(_ residuals: [Double], lag: Int) -> Double {
    let square = residuals.reduce(0) { $0 + $1 * $1 }
    guard square > 0, square.isFinite else { return 0 }
    return zip(residuals, residuals.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / square
  }

  /// By how much positive autocorrelation at lag 1 inflates the variance of a mean.
  static func inflation(of residuals: [Double]) -> Double {
    let rho = min(max(0, of(residuals, lag: 1)), Dispersion.maximumAutocorrelation)
    return (1 + rho) / (1 - rho)
  }
}
