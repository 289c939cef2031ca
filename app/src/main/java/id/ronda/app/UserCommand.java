package id.ronda.app;

import picocli.CommandLine.Command;

/** What can be done with accounts from the server's console. */
@Command(name = "user", mixinStandardHelpOptions = true, description = "Accounts, from the server's console.")
final class UserCommand {}
