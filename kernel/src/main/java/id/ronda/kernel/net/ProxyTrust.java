package id.ronda.kernel.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which machines may say for whom they speak, and in which header they say it. Only that one header is read: a proxy overwrites the
 * one it writes and lets the other pass as a stranger sent it.
 *
 * @param trusted the proxies' own addresses; none: nobody is believed
 * @param style which header they write
 */
public record ProxyTrust(List<IpRange> trusted, Style style) {

    /** There is no proxy. */
    public static final ProxyTrust NONE = new ProxyTrust(List.of(), Style.X_FORWARDED);

    private static final int MOST_HOPS = 32;

    /** How a proxy says for whom it speaks. */
    public enum Style {
        /** {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
        X_FORWARDED,
        /** {@code Forwarded} (RFC 7239). */
        FORWARDED
    }

    /**
     * Who is at the other end, as far as it can be believed.
     *
     * @param address of the client; of the last machine believed where the client's is not told
     * @param scheme the client's, or null where no proxy told it
     * @param host what the client asked for, or null where no proxy told it
     */
    public record Client(
            String address,
            @Nullable String scheme,
            @Nullable String host) {}

    public ProxyTrust {
        trusted = List.copyOf(trusted);
    }

    /** Whether that machine is believed. */
    public boolean trusts(String address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Walks from the machine that is connected towards the client, as long as who speaks is believed.
     *
     * @param peer the address of the connection
     * @param headers all values of a header by its name, in their order
     */
    public Client client(String peer, Function<String, List<String>> headers) {
        Client client = new Client(IpAddress.canonical(peer).orElse(peer), null, null);
        if (!trusts(client.address())) {
            return client;
        }
        List<ForwardedHop> hops = new ArrayList<>(style == Style.FORWARDED ? forwarded(headers) : plain(headers));
        return walk(client, hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size()));
    }

    private Client walk(Client start, List<ForwardedHop> hops) {
        Client client = start;
        for (ForwardedHop hop : hops.reversed()) {
            Optional<String> next = IpAddress.ofNode(hop.node());
            client = new Client(
                    next.orElse(client.address()),
                    hop.scheme() == null ? client.scheme() : hop.scheme(),
                    hop.host() == null ? client.host() : hop.host());
            if (next.isEmpty() || !trusts(client.address())) {
                break;
            }
        }
        return client;
    }

    private static List<ForwardedHop> forwarded(Function<String, List<String>> headers) {
        return ForwardedHop.parse(String.join(",", headers.apply("Forwarded")));
    }

    /** What stands last was written by the proxy that is connected. */
    private static List<ForwardedHop> plain(Function<String, List<String>> headers) {
        List<String> nodes = words(headers.apply("X-Forwarded-For"));
        List<ForwardedHop> hops = new ArrayList<>();
        for (String node : nodes.isEmpty() ? List.of("") : nodes) {
            hops.add(new ForwardedHop(node, null, null));
        }
        hops.set(
                hops.size() - 1,
                new ForwardedHop(
                        hops.getLast().node(),
                        last(headers.apply("X-Forwarded-Proto")),
                        last(headers.apply("X-Forwarded-Host"))));
        return hops;
    }

    private static @Nullable String last(List<String> values) {
        List<String> words = words(values);
        return words.isEmpty() ? null : words.getLast();
    }

    private static List<String> words(List<String> values) {
        return values.stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
