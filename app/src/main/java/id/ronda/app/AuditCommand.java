package id.ronda.app;

import picocli.CommandLine.Command;

/** What can be done with the audit trail. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "The audit trail.")
final class AuditCommand {}
