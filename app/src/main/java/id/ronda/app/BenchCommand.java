package id.ronda.app;

import picocli.CommandLine.Command;

/** The benchmarks. They live beside what they measure; here they are only started. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Benchmarks; each prints one JSON line with its figures.")
final class BenchCommand {}
