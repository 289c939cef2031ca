package id.ronda.dashboards;

import id.ronda.collector.Devices;
import id.ronda.collector.SampleFeed;
import id.ronda.collector.TimeSeries;
import id.ronda.identity.Sessions;
import id.ronda.identity.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;

/**
 * What the pages read, all of it by the public faces of the other modules.
 *
 * @param feed each batch of samples after its commit
 * @param sessions for the notice before one ends
 * @param tokens for the notice before one expires
 * @param people for the pages of accounts and of the audit trail
 */
public record DashboardsNeeds(
        Vertx vertx,
        Devices devices,
        TimeSeries series,
        SampleFeed feed,
        Sessions sessions,
        Tokens tokens,
        DashboardsPeople people,
        Clock clock,
        MeterRegistry meters) {}
