import Foundation

/// How much memory this process holds, in bytes.
enum ResidentMemory {
  #if canImport(Darwin)
    static var current: Int {
      var info = task_vm_info_data_t()
      var count = mach_msg_type_number_t(
        MemoryLayout<task_vm_info_data_t>.size / MemoryLayout<integer_t>.size)
      let status = withUnsafeMutablePointer(to: &info) { pointer in
        pointer.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
          task_info(mach_task_self_, task_flavor_t(TASK_VM_INFO), $0, &count)
        }
      }
      return status == KERN_SUCCESS ? Int(info.phys_footprint) : 0
    }
  #else
    static var current: Int {
      // Pages of the program, then those of them in memory.
      let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .ascii)
      let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      return pages * sysconf(Int32(_SC_PAGESIZE))
    }
  #endif
}
