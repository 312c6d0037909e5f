import Corpus
import Extract
import Lexicons
import Testing

/// Names that are also ordinary words, places or people: each both ways.
@Suite struct AmbiguousNamesTests {
  struct Case: Sendable, CustomStringConvertible {
    var entry: String
    var text: String
    var isMeant: Bool
    init(_ entry: String, _ text: String, _ isMeant: Bool) {
      (self.entry, self.text, self.isMeant) = (entry, text, isMeant)
    }
    var description: String { text }
  }

  static let firms = [
    Case("firm/apple", "Apple unveiled a new phone in Cupertino.", true),
    Case("firm/apple", "She baked an apple pie from the orchard.", false),
    Case(
      "firm/manus",
      "Manus, an autonomous AI agent built by a Chinese startup, drew a waiting list.", true),
    Case(
      "firm/manus", "Refugees were held in detention on Manus island in Papua New Guinea.", false),
    Case(
      "firm/meta", "Meta said Facebook and Instagram users grew, Mark Zuckerberg told investors.",
      true),
    Case("firm/meta", "The film is very meta about its own making.", false),
    Case("firm/line", "The messaging app Line, owned by Naver, listed in Tokyo.", true),
    Case("firm/line", "Line up early, because the queue is long.", false),
    Case("firm/visa", "Visa and Mastercard raised their card fees.", true),
    Case("firm/visa", "He waited months for a work visa.", false),
    Case("firm/amazon", "Amazon opened another warehouse for its online store.", true),
    Case("firm/amazon", "Deforestation in the Amazon rainforest fell last year.", false),
    Case("firm/oracle", "Oracle sells databases and cloud services.", true),
    Case("firm/oracle", "The oracle at Delphi spoke in riddles.", false),
    Case("firm/shell", "Shell and BP cut oil output in the North Sea.", true),
    Case("firm/shell", "Shell scripts run the nightly job.", false),
    Case("firm/tesla", "Tesla delivered more cars.", true),
    Case("firm/tesla", "The cloud rents out Tesla V100 and Nvidia Tesla T4 cards.", false),
    Case("firm/tesla", "Nikola Tesla was born in 1856. Tesla died poor.", false),
    Case("firm/tesla", "Nvidia, Tesla and Apple rose.", true),
    Case("firm/ee", "Everything Everywhere sold 4G first, ahead of O2.", true),
    Case("firm/ee", "Everything Everywhere All at Once won seven prizes.", false),
    Case("firm/sidecar", "Sidecar lets you share a ride, like Uber.", true),
    Case("firm/sidecar", "With Sidecar an iPad becomes a second screen of a Mac.", false),
    Case("firm/daum", "Daum, the Korean portal, merged with Kakao.", true),
    Case("firm/daum", "The researcher Ken Daum trained a network.", false),
    Case("firm/dominos", "Domino's tests delivery by drone.", true),
    Case("firm/dominos", "Domino Data Lab raised money for Domino's MLOps platform.", false),
    Case("firm/visa", "Visa waiver travellers pay by credit card.", false),
  ]

  static let funds = [
    Case(
      "fund/benchmark", "The round was led by Benchmark, where Bill Gurley is a general partner.",
      true),
    Case("fund/benchmark", "The chip set a record on the benchmark test.", false),
    Case("fund/accel", "Accel led the Series A with other venture investors.", true),
    Case("fund/accel", "The accel pedal stuck to the floor.", false),
    Case("fund/sequoia", "Sequoia led a $20 million round in the startup.", true),
    Case("fund/mayfield-fund", "Mayfield led the round, joined by other venture funds.", true),
    Case("fund/mayfield-fund", "Bosch closed its robot startup Mayfield Robotics.", false),
    Case("fund/greylock", "Greylock invested again.", true),
    Case("fund/greylock", "They climbed Mount Greylock.", false),
    Case(
      "fund/korea-investment-corporation", "KIC, the sovereign fund of Korea, bought a stake.",
      true),
    Case(
      "fund/korea-investment-corporation", "KIC Silicon Valley brings Korean founders over.",
      false),
    Case("fund/sequoia", "Hikers love Sequoia National Park and its giant sequoia trees.", false),
  ]

  static let people = [
    Case("person/masayoshi-son", "Masayoshi Son built SoftBank. Son now bets on AI.", true),
    Case("person/masayoshi-son", "Son of a baker, he moved to Leeds.", false),
  ]

  static let places = [
    Case("place/g7", "Ministers of the G-7 and the G8 met.", true),
    Case("place/g7", "The LG G8 is a smartphone.", false),
    Case("place/austin", "The firm is based in Austin.", true),
    Case("place/austin", "Austin Grossman writes novels.", false),
    Case("programme/uscc", "The USCC reported to Congress.", true),
    Case("programme/uscc", "The U.S. Cyber Challenge (USCC) runs camps.", false),
  ]

  static let countries = [
    Case("country/GE", "Georgia and its capital Tbilisi border Russia and Armenia.", true),
    Case("country/GE", "A jury in Atlanta, Georgia, heard the case.", false),
    Case("country/JO", "King Abdullah of Jordan met officials in Amman.", true),
    Case("country/JO", "Michael Jordan scored 40 points for the Chicago Bulls.", false),
    Case("country/TD", "Troops from Chad and Niger patrol the border.", true),
    Case("country/TD", "Chad Hurley co-founded YouTube.", false),
    Case("country/TR", "Turkey's central bank in Ankara raised rates.", true),
    Case("country/TR", "They roast a turkey for Thanksgiving.", false),
  ]

  static let hours = [
    Case("theme/work-996", "Chinese tech workers protest the 996 schedule of working hours.", true),
    Case("theme/work-996", "The Porsche 996 has a flat-six engine.", false),
    Case("theme/work-996", "The index fell to 996 points.", false),
    Case(
      "theme/work-007", "Employees call such overtime 007, because they work seven days a week.",
      true),
    Case("theme/work-007", "James Bond returns as 007 in the new film.", false),
  ]

  static let themes = [
    Case("theme/market-rush", "Investors joined the AI gold rush.", true),
    Case("theme/market-rush", "The town dates from the Gold Rush.", false),
    Case("theme/industrial-policy", "Economists warn governments against picking winners.", true),
    Case("theme/industrial-policy", "Reviewers are watching apps and picking winners.", false),
    Case("theme/subsidies", "The state-backed chipmaker grew.", true),
    Case("theme/subsidies", "Reports blame state-backed hackers.", false),
    Case("theme/sovereign-wealth", "A sovereign wealth fund of Abu Dhabi led the round.", true),
    Case("theme/subsidies", "A sovereign wealth fund of Abu Dhabi led the round.", false),
    Case("theme/accelerator", "The incubator takes ten startups a year.", true),
    Case("theme/accelerator", "He is a founder of The Data Incubator.", false),
    Case("theme/state-control", "China's tech crackdown wiped out billions.", true),
    Case("theme/state-control", "The China crackdown in Hong Kong silenced dissent.", false),
    Case("theme/inspiration", "Startups draw inspiration from Silicon Valley.", true),
    Case("theme/inspiration", "Apple staff draw inspiration from a novel.", false),
    Case("theme/copying", "The rival was slavishly copying Apple.", true),
    Case("theme/copying", "The chip is not slavishly copying the brain.", false),
    Case("theme/competition", "It is a highly competitive market.", true),
    Case("theme/competition", "The firm offers highly competitive services.", false),
  ]

  @Test(arguments: [firms, funds, people, places, countries, hours, themes].flatMap { $0 })
  func isToldApart(_ item: Case) throws {
    var tagger = Tagger(try Shipped.lexicons.get())
    let article = Article(
      id: "a", source: Source(path: "a"), date: CalendarDate(iso: "2025-06-01"), language: "en",
      paragraphs: [item.text])
    let found = try sightings(&tagger, in: article)
    #expect(found.contains { $0.entry == item.entry } == item.isMeant, "\(found)")
  }
}
