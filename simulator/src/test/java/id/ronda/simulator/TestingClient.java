package id.ronda.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;

/** SNMP4J's own client, the peer that did not see our codec. */
final class TestingClient implements AutoCloseable {
    private final Snmp snmp;
    private final USM usm;
    private long timeoutMillis = 2_000;

    TestingClient() throws IOException {
        snmp = new Snmp(new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/0")));
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        for (V3User.Privacy privacy : V3User.Privacy.values()) {
            protocols.addPrivacyProtocol(privacy.protocol());
        }
        byte[] engineId = MPv3.createLocalEngineID();
        usm = new USM(protocols, new OctetString(engineId), 0);
        MPv3 mpv3 = new MPv3(
                engineId, new DefaultPDUFactory(), protocols, new SecurityModels(), CounterSupport.getInstance());
        mpv3.getSecurityModels().addSecurityModel(usm);
        org.snmp4j.mp.MessageProcessingModel old = snmp.getMessageProcessingModel(MPv3.ID);
        if (old != null) {
            snmp.getMessageDispatcher().removeMessageProcessingModel(old);
        }
        snmp.getMessageDispatcher().addMessageProcessingModel(mpv3);
        // Without this SNMP4J takes an unauthenticated report of a wrong digest for no answer at all.
        SNMP4JSettings.setReportSecurityLevelStrategy(SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
        snmp.listen();
    }

    TestingClient impatient() {
        timeoutMillis = 300;
        return this;
    }

    Target<UdpAddress> community(InetSocketAddress agent, String community, int version) {
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(address(agent), new OctetString(community));
        target.setVersion(version);
        return limited(target);
    }

    Target<UdpAddress> v2c(InetSocketAddress agent, String community) {
        return community(agent, community, SnmpConstants.version2c);
    }

    Target<UdpAddress> user(InetSocketAddress agent, UsmUser user, int level) {
        usm.addUser(user);
        UserTarget<UdpAddress> target = new UserTarget<>();
        target.setAddress(address(agent));
        target.setVersion(SnmpConstants.version3);
        target.setSecurityName(user.getSecurityName());
        target.setSecurityLevel(level);
        return limited(target);
    }

    static int level(UsmUser user) {
        return user.getAuthenticationProtocol() == null
                ? SecurityLevel.NOAUTH_NOPRIV
                : user.getPrivacyProtocol() == null ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.AUTH_PRIV;
    }

    private Target<UdpAddress> limited(Target<UdpAddress> target) {
        target.setTimeout(timeoutMillis);
        target.setRetries(0);
        target.setMaxSizeRequestPDU(65_535);
        return target;
    }

    private static UdpAddress address(InetSocketAddress agent) {
        return new UdpAddress(agent.getAddress(), agent.getPort());
    }

    /** The answer, or null when none came in time. */
    @Nullable
    PDU ask(Target<UdpAddress> target, int type, String... oids) throws IOException {
        PDU pdu = target.getVersion() == SnmpConstants.version3 ? new ScopedPDU() : new PDU();
        pdu.setType(type);
        for (String oid : oids) {
            pdu.add(new VariableBinding(new OID(oid)));
        }
        return send(target, pdu);
    }

    @Nullable
    PDU send(Target<UdpAddress> target, PDU pdu) throws IOException {
        return snmp.send(pdu, target).getResponse();
    }

    PDU get(Target<UdpAddress> target, String... oids) throws IOException {
        PDU answer = ask(target, PDU.GET, oids);
        if (answer == null) {
            throw new IOException("no answer from " + target.getAddress());
        }
        return answer;
    }

    Variable value(Target<UdpAddress> target, String oid) throws IOException {
        return get(target, oid).get(0).getVariable();
    }

    /** Every object the agent has, by GETNEXT or by GETBULK. */
    List<VariableBinding> walk(Target<UdpAddress> target, int repetitions) throws IOException {
        List<VariableBinding> walked = new ArrayList<>();
        OID last = new OID("0.0");
        while (true) {
            PDU pdu = new PDU();
            pdu.setType(repetitions == 0 ? PDU.GETNEXT : PDU.GETBULK);
            pdu.setMaxRepetitions(repetitions);
            pdu.add(new VariableBinding(last));
            PDU answer = send(target, pdu);
            if (answer == null || answer.getErrorStatus() != PDU.noError || answer.size() == 0) {
                throw new IOException("the walk broke behind " + last + ": " + answer);
            }
            for (VariableBinding binding : answer.getVariableBindings()) {
                if (binding.isException()) {
                    return walked;
                }
                if (binding.getOid().compareTo(last) <= 0) {
                    throw new IOException(binding.getOid() + " came behind " + last);
                }
                walked.add(binding);
                last = binding.getOid();
            }
        }
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
