import Foundation

// What the methods find in annotated and in made series, held to what they are meant to reach; the
// exit status is 1 where they fall short.
//
//     shift-bench annotated FILE.json   agreement with people, beside that of finding nothing
//     shift-bench planted [RUNS]        false alarms, finds and date errors on made series
//     shift-bench archives PARLANCE FOLDER   the same through the whole pipeline
//     shift-bench time [SERIES]         seconds for that many series of 240 periods
//     shift-bench all FILE.json PARLANCE FOLDER   all of these

let arguments = Array(CommandLine.arguments.dropFirst())
let runs = 400
let series = 10_000
var reach = Reach()
switch (arguments.first, arguments.count) {
case ("annotated", 2): try printAnnotated(arguments[1], &reach)
case ("planted", 1...2):
  printPlanted(runs: arguments.dropFirst().first.flatMap { Int($0) } ?? runs, &reach)
case ("archives", 3): try printArchives(arguments[1], folder: arguments[2], &reach)
case ("time", 1...2):
  printTime(count: arguments.dropFirst().first.flatMap { Int($0) } ?? series, &reach)
case ("all", 4):
  // The clock first: what follows warms the machine.
  printTime(count: series, &reach)
  print("")
  try printAnnotated(arguments[1], &reach)
  print("")
  printPlanted(runs: runs, &reach)
  print("")
  try printArchives(arguments[2], folder: arguments[3], &reach)
default:
  FileHandle.standardError.write(
    Data(
      """
      usage: shift-bench annotated FILE.json | planted [RUNS] | archives PARLANCE FOLDER
             | time [SERIES] | all FILE.json PARLANCE FOLDER

      """.utf8))
  exit(2)
}
exit(reach.report())
