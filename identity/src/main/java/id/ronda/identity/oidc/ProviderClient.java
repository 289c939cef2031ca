package id.ronda.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import id.ronda.identity.ProofFault;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The only way to the provider, for the library too: to the issuer's own scheme, host and port and nowhere else, no redirect
 * followed, no proxy, so many octets and so many seconds for the whole answer. Blocks its virtual thread.
 */
final class ProviderClient implements HTTPRequestSender, ResourceRetriever, AutoCloseable {

    /** Octets of the largest answer; key sets of real providers have a few thousand. */
    static final int LARGEST = 256 << 10;

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final String ACCEPT = "Accept";
    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Origin origin;
    private final Duration limit;
    private final HttpClient http;

    /** @param limit of one whole answer */
    ProviderClient(URI issuer, Duration limit) {
        this.origin = Origin.of(issuer);
        this.limit = limit;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The document at this address of the provider. */
    String get(URI address) throws ProofRefused {
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(own(address))
                .header(ACCEPT, "application/json")
                .build());
        if (answer.statusCode() != OK) {
            throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, address + " answers " + answer.statusCode());
        }
        return new String(answer.body(), UTF_8);
    }

    @Override
    public Resource retrieveResource(URL address) throws ProofRefused {
        return new Resource(get(URI.create(address.toString())), "application/json");
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws ProofRefused {
        var copy = HttpRequest.newBuilder(own(request.getURI()))
                .method(
                        request.getMethod().name(),
                        BodyPublishers.ofString(Objects.requireNonNullElse(request.getBody(), "")));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> copy.header(name, value)));
        HttpResponse<byte[]> answer = exchange(copy.build());
        var response = new HTTPResponse(answer.statusCode());
        try {
            response.setContentType(answer.headers().firstValue("Content-Type").orElse("application/json"));
        } catch (ParseException e) {
            throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, "the answer has no readable media type", e);
        }
        response.setBody(new String(answer.body(), UTF_8));
        return response;
    }

    private URI own(URI address) throws ProofRefused {
        if (!origin.isOf(address)) {
            throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, address + " is not at the issuer's host");
        }
        return address;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws ProofRefused {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, ignored -> new BoundedBody(LARGEST));
        try {
            return usable(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw ProofRefused.in(e, ProofFault.PROVIDER_AWAY, "no answer from " + request.uri());
        } catch (TimeoutException e) {
            throw new ProofRefused(ProofFault.PROVIDER_AWAY, "no whole answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProofRefused(ProofFault.PROVIDER_AWAY, "interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpResponse<byte[]> usable(HttpResponse<byte[]> answer) throws ProofRefused {
        int status = answer.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY) {
            throw new ProofRefused(ProofFault.PROVIDER_AWAY, answer.uri() + " answers " + status);
        }
        if (status >= REDIRECTION && status < CLIENT_ERROR) {
            throw new ProofRefused(ProofFault.PROVIDER_UNUSABLE, answer.uri() + " leads to another address");
        }
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
