package id.ronda.collector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch {@code [from, to)} of slots without samples; {@code to} is null while it lasts. */
public record Gap(Instant from, @Nullable Instant to, GapReason reason) {}
