package id.ronda.app.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a page takes over the wire with nothing kept from before: octets as they are sent, headers and all. */
final class Transfer {

    private final AtomicLong octets = new AtomicLong();

    private Transfer() {}

    static Transfer of(Page page) {
        Transfer transfer = new Transfer();
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        JsonObject never = new JsonObject();
        never.addProperty("cacheDisabled", true);
        session.send("Network.setCacheDisabled", never);
        session.on(
                "Network.loadingFinished",
                event ->
                        transfer.octets.addAndGet(event.get("encodedDataLength").getAsLong()));
        return transfer;
    }

    long octets() {
        return octets.get();
    }
}
