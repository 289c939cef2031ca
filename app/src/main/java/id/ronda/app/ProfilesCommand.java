package id.ronda.app;

import picocli.CommandLine.Command;

/** What can be done with device profiles. */
@Command(name = "profiles", mixinStandardHelpOptions = true, description = "Device profiles.")
final class ProfilesCommand {}
