package id.ronda.kernel;

/** Start and stop of one module. Modules are started in their order from left to right and stopped in the reverse order. */
public interface ModuleLife extends AutoCloseable {

    /** Starts the work; returns when the module can be used. Throws when it cannot, and is then not closed. */
    void start();

    /** Stops the work within seconds and gives back what was held; a second call does nothing. */
    @Override
    void close();
}
