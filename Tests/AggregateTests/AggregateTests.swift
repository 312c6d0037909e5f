import Testing
@testable import Aggregate
