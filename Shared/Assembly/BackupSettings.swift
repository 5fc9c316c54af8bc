package import Hosting

/// The settings of the commands `backup` and `restore`.
package enum BackupSettings {
  package static let to = Setting.path(
    "to", help: "For the command backup: the folder of the backup; made where it is missing."
  ).optional
  package static let from = Setting.path(
    "from", help: "For the command restore: the folder of the backup."
  ).optional

  package static let all: [any DeclaredSetting] = [to, from]
}
