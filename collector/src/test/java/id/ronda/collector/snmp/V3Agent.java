package id.ronda.collector.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;
import org.snmp4j.util.DefaultPDUFactory;

/** A v3 device made of SNMP4J's own engine: another implementation, whose boots and engine id a test can choose. */
final class V3Agent implements AutoCloseable {
    private final Snmp snmp;
    private final InetSocketAddress address;

    private V3Agent(Snmp snmp, InetSocketAddress address) {
        this.snmp = snmp;
        this.address = address;
    }

    /** Starts on that port, 0 for a free one. */
    static V3Agent start(int port, String engineId, int boots, Mib mib, UsmUser user) throws IOException {
        var engine = OctetString.fromHexString(engineId);
        var protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.none);
        for (var each : AuthProtocol.values()) {
            protocols.addAuthenticationProtocol(each.protocol());
        }
        for (var each : PrivProtocol.values()) {
            protocols.addPrivacyProtocol(each.protocol());
        }
        var usm = new USM(protocols, engine, boots);
        usm.addUser(user);
        var dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv3(
                engine.getValue(),
                new DefaultPDUFactory(),
                protocols,
                new SecurityModels().addSecurityModel(usm),
                CounterSupport.getInstance()));
        var transport = new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/" + port));
        var snmp = new Snmp(dispatcher, transport);
        snmp.addCommandResponder(new Responder(mib));
        snmp.listen();
        var bound = transport.getListenAddress();
        return new V3Agent(snmp, new InetSocketAddress(bound.getInetAddress(), bound.getPort()));
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }

    /** Answers by the MIB. */
    private record Responder(Mib mib) implements CommandResponder {
        @Override
        public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
            var request = (ScopedPDU) event.getPDU();
            var response = new ScopedPDU(request);
            response.setType(PDU.RESPONSE);
            response.setVariableBindings(mib.answer(request).getVariableBindings());
            var status = new StatusInformation();
            try {
                event.getMessageDispatcher()
                        .returnResponsePdu(
                                event.getMessageProcessingModel(),
                                event.getSecurityModel(),
                                event.getSecurityName(),
                                event.getSecurityLevel(),
                                response,
                                event.getMaxSizeResponsePDU(),
                                event.getStateReference(),
                                status);
            } catch (MessageException e) {
                throw new IllegalStateException("the agent cannot answer: " + status, e);
            }
        }
    }
}
