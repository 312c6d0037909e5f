import Foundation

/// `setrlimit`, whose constants have another type on each system.
enum ResourceLimit {
  #if canImport(Glibc)
    static let processorTime = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    static let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    static let ownUsage = __rusage_who_t(RUSAGE_SELF.rawValue)
    typealias Resource = __rlimit_resource_t
  #else
    static let processorTime = RLIMIT_CPU
    static let core = RLIMIT_CORE
    static let ownUsage = RUSAGE_SELF
    typealias Resource = Int32
  #endif

  /// Lowers the limit that the process may raise again itself.
  static func set(_ resource: Resource, to value: Int) {
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = min(rlim_t(value), limit.rlim_max)
    setrlimit(resource, &limit)
  }
}
