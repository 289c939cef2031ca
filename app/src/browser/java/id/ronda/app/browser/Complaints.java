package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the scripts of a page, its console and its content policy complain of while somebody uses it. */
final class Complaints {

    private final Page page;
    private final List<String> heard = new ArrayList<>();

    private Complaints(Page page, Predicate<String> counts) {
        this.page = page;
        page.onPageError(error -> heard.add("page error: " + error));
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type()) && counts.test(message.text())) {
                heard.add(message.type() + ": " + message.text());
            }
        });
        page.addInitScript("window.refused = []; document.addEventListener('securitypolicyviolation',"
                + " e => window.refused.push(e.violatedDirective + ' ' + e.blockedURI))");
    }

    /** Every one from now on. */
    static Complaints of(Page page) {
        return new Complaints(page, text -> true);
    }

    /** As before, where the test itself does what is refused: the browser tells of each answer that says no. */
    static Complaints butRefusals(Page page) {
        return new Complaints(page, text -> !text.startsWith("Failed to load resource"));
    }

    /** There were none. */
    void assertNone() {
        assertThat(heard).as("console").isEmpty();
        assertThat(page.evaluate("window.refused")).as("refused by the policy").isEqualTo(List.of());
    }
}
