/// Viterbi's cheapest path through burst states, from state 0, a rise by one state costing `price`
/// and a fall nothing; the lower state where two are equally cheap.
///
/// - Parameter costs: of each state (inner) in each period (outer); not empty.
func cheapestStates(_ costs: [[Double]], price: Double) -> ([Int], Double) {
  let count = costs[0].count
  var total = (0..<count).map { Double($0) * price }
  var origins: [[Int]] = []
  for (period, cost) in costs.enumerated() {
    var next = total
    var origin = Array(0..<count)
    for state in 0..<count where period > 0 {
      for from in 0..<count {
        let rise = total[from] + Double(max(0, state - from)) * price
        if from == 0 || rise < next[state] {
          next[state] = rise
          origin[state] = from
        }
      }
    }
    origins.append(origin)
    total = (0..<count).map { next[$0] + cost[$0] }
  }
  var state = total.indices.min { total[$0] < total[$1] } ?? 0
  let least = total[state]
  var states = Array(repeating: 0, count: costs.count)
  for period in costs.indices.reversed() {
    states[period] = state
    state = origins[period][state]
  }
  return (states, least)
}
