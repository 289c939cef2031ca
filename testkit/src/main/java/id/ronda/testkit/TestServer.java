package id.ronda.testkit;

import id.ronda.kernel.PrivateFile;
import id.ronda.kernel.database.DatabaseLogins;
import id.ronda.kernel.database.EmbeddedDatabase;
import id.ronda.kernel.database.Migrations;
import id.ronda.kernel.database.ModuleMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The one embedded server of this JVM. It lives in a folder of its own and goes, with the folder, when the JVM ends. */
final class TestServer {

    private static final String MAINTENANCE = "postgres";

    private final Path folder;
    private final EmbeddedDatabase server;
    private final Map<List<ModuleMigrations>, String> templates = new HashMap<>();
    private int databases;

    private TestServer(Path folder, EmbeddedDatabase server) {
        this.folder = folder;
        this.server = server;
    }

    private static final class Holder {
        private static final TestServer INSTANCE = start();
    }

    static TestServer instance() {
        return Holder.INSTANCE;
    }

    private static TestServer start() {
        try {
            Path folder = Files.createTempDirectory("ronda-test");
            PrivateFile.folder(keys(folder));
            EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("postgres"), keys(folder));
            TestServer started = new TestServer(folder, server);
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path keys(Path folder) {
        return folder.resolve("keys");
    }

    /** A fresh database in which the modules' migrations have run: a copy of the first one that was made for them. */
    synchronized DatabaseLogins freshDatabase(List<ModuleMigrations> modules) {
        String template = templates.computeIfAbsent(List.copyOf(modules), this::template);
        String name = nextName();
        Jdbi.create(server.superuser(MAINTENANCE).dataSource())
                .useHandle(admin ->
                        admin.execute("create database " + name + " template " + template + " owner ronda_owner"));
        return DatabaseLogins.embedded(server, keys(folder), name);
    }

    private String template(List<ModuleMigrations> modules) {
        String name = nextName();
        DatabaseLogins logins = DatabaseLogins.embedded(server, keys(folder), name);
        Migrations.run(logins.owner().dataSource(), modules);
        return name;
    }

    private String nextName() {
        databases++;
        return "test_" + databases;
    }

    private void stop() {
        server.close();
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            throw new UncheckedIOException("the test folder " + folder + " stays behind", e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
