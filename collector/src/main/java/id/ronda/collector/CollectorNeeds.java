package id.ronda.collector;

import id.ronda.kernel.DataFolder;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.outbox.Outbox;
import id.ronda.kernel.secret.SecretBox;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;

/** What the collector stands on. */
public record CollectorNeeds(
        Vertx vertx,
        Database database,
        SecretBox secrets,
        Outbox outbox,
        DataFolder folder,
        Clock clock,
        SecureRandom random,
        MeterRegistry meters) {}
