package import Database
package import Hosting

/// What operators see of a store's writer: calls ÷ commits is how many calls shared a commit, which is
/// what an SQLite store's changes a second hang on.
package enum StoreGauges {
  package static func gauges(of database: Database) -> [ScrapedGauge] {
    [
      ScrapedGauge("daybook_store_calls", help: "Changes answered, refusals included.") {
        Double(database.statistics.calls)
      },
      ScrapedGauge("daybook_store_commits", help: "Commits that those changes took.") {
        Double(database.statistics.commits)
      },
      ScrapedGauge(
        "daybook_store_repetitions", help: "Changes run again after they met another (PostgreSQL)."
      ) { Double(database.statistics.repetitions) },
      ScrapedGauge("daybook_store_waiting", help: "Changes that wait for the writer.") {
        Double(database.statistics.waiting)
      },
    ]
  }
}
