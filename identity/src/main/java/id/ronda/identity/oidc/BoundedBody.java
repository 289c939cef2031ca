package id.ronda.identity.oidc;

import id.ronda.identity.ProofFault;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of an answer up to a size; one that is larger is broken off and is a failure. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final int largest;
    private long seen;
    private Flow.@Nullable Subscription source;

    /** @param largest in octets */
    BoundedBody(int largest) {
        this.largest = largest;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen <= largest) {
            whole.onNext(buffers);
        } else if (source != null) {
            source.cancel();
            whole.onError(
                    new ProofRefused(ProofFault.PROVIDER_UNUSABLE, "the answer has more than " + largest + " octets"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
