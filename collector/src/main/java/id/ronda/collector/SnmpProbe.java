package id.ronda.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.device.DeviceDraft;
import id.ronda.collector.device.DeviceForm;
import id.ronda.collector.discovery.Discoverer;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.discovery.DiscoveryResult.Unreachable;
import id.ronda.collector.discovery.SnmpAgent;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.source.DeviceClient;
import id.ronda.collector.source.NutServer;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.JsonBody;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Asks one device who it is and reads everything once; needs neither database nor data folder. */
public final class SnmpProbe {

    private SnmpProbe() {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The device answered. */
        record Answered(ProbeReport report) implements Outcome {}

        /** It did not; the first note of the report begins with the failure's name. */
        record Unreachable(ProbeReport report) implements Outcome {}

        /** The device was described wrongly; nothing was sent. */
        record Refused(List<FieldError> errors) implements Outcome {}
    }

    /** Asks the device that is described as in {@code POST /api/v1/devices}. Blocks; bounded by the timeouts of its walks. */
    public static Outcome ask(ObjectNode device) {
        return switch (DeviceForm.parse(device)) {
            case JsonBody.Read<DeviceDraft> read -> ask(read.value());
            case JsonBody.Refused<DeviceDraft> refused ->
                new Outcome.Refused(refused.problem().errors());
        };
    }

    private static SnmpClient client() {
        return DeviceClient.open(
                SnmpClientConfig.DEFAULT, new SimpleMeterRegistry(), new SecureRandom(), InstantSource.system());
    }

    /** The names of the UPS of a NUT server, in its order. Blocks for 5 s at most. */
    public sealed interface UpsNames {
        /** These. */
        record Told(List<String> names) implements UpsNames {}

        /** The server did not say; {@code reason} begins with the failure's name. */
        record Failed(String reason) implements UpsNames {}
    }

    /** Asks a NUT server which UPS it has. */
    public static UpsNames upsNames(String host, int port) {
        var address = new InetSocketAddress(host, port);
        return address.isUnresolved()
                ? new UpsNames.Failed(SnmpFailure.NO_ROUTE.code() + ": the name is not known here")
                : switch (NutServer.names(address)) {
                    case NutServer.Names.Told told -> new UpsNames.Told(told.names());
                    case NutServer.Names.Failed failed ->
                        new UpsNames.Failed(failed.failure().code() + ": " + failed.detail());
                };
    }

    private static Outcome ask(DeviceDraft device) {
        var address = new InetSocketAddress(device.address(), device.port());
        String shown = (device.address().contains(":") ? "[" + device.address() + "]" : device.address()) + ":"
                + device.port();
        if (address.isUnresolved()) {
            return new Outcome.Unreachable(
                    ProbeReport.unreachable(shown, SnmpFailure.NO_ROUTE.code(), "the name is not known here"));
        }
        try (var client = client()) {
            var peer = client.peer(new SnmpEndpoint(address, device.credential(), false));
            return switch (new Discoverer(ProfileCatalog.shipped()).discover(new SnmpAgent(client, peer))) {
                case Discovered found -> new Outcome.Answered(ProbeReport.of(shown, found.inventory()));
                case Unreachable none ->
                    new Outcome.Unreachable(ProbeReport.unreachable(shown, none.failure(), none.detail()));
            };
        }
    }
}
