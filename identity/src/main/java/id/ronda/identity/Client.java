package id.ronda.identity;

import id.ronda.kernel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in.
 *
 * @param address the IP address as text, of the client and not of a proxy
 * @param userAgent what the browser calls itself; shown in the list of sessions
 * @param deviceCookie what an earlier sign-in gave this device, or null
 */
public record Client(
        String address, String userAgent, @Nullable Secret deviceCookie) {

    private static final int LONGEST_AGENT = 300;

    public Client {
        userAgent = userAgent.length() > LONGEST_AGENT ? userAgent.substring(0, LONGEST_AGENT) : userAgent;
    }
}
