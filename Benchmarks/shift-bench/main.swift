import Foundation

// What the change-point method finds: in series that people annotated, and in series that are made.
//
//     shift-bench annotated FILE.json   agreement with people, beside that of finding nothing
//     shift-bench planted [RUNS]        false alarms, finds and date errors on synthetic series
//     shift-bench archives PARLANCE FOLDER   the same through the whole pipeline
//     shift-bench time [SERIES]         seconds for that many series of 240 periods

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first) {
case ("annotated", let path?): try printAnnotated(path)
case ("planted", let runs): printPlanted(runs: runs.flatMap { Int($0) } ?? 200)
case ("archives", let parlance?):
  try printArchives(parlance, folder: arguments.dropFirst(2).first ?? "planted")
case ("time", let count): printTime(count: count.flatMap { Int($0) } ?? 10_000)
default:
  FileHandle.standardError.write(
    Data(
      "usage: shift-bench annotated FILE.json | planted [RUNS] | archives PARLANCE FOLDER | time [SERIES]\n"
        .utf8))
  exit(2)
}
