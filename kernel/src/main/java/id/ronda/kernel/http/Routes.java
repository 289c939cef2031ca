package id.ronda.kernel.http;

/** What one module answers. */
@FunctionalInterface
public interface Routes {

    /**
     * Adds the module's routes with their full paths. The rules of the server and the reading of the body have taken
     * place before any of them; what fails goes to {@code ctx.fail(cause)} or {@link Problems#send}.
     */
    void mount(GuardedRouter router);
}
