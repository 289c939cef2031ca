package id.ronda.app;

import picocli.CommandLine.Command;

/** The program itself; all it does is done by its subcommands. */
@Command(
        name = "ronda",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = {
            "Ronda malam untuk pusat data kabupaten: memantau perangkat, aset, peringatan, dan insiden.",
            "The night watch of a regency's data centre: it polls devices, keeps assets, alerts and incidents."
        },
        footer = "%nExit status: 0 done, 1 the thing asked for failed, 2 wrong use.")
final class RondaCommand {}
