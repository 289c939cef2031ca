package id.ronda.app;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the version written into the jar by the build, and the Java it runs on. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"ronda " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()};
    }
}
