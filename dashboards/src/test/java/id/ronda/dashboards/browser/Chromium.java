package id.ronda.dashboards.browser;

import id.ronda.testkit.ToolGate;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One page in the system's Chromium, by the DevTools protocol. */
public final class Chromium implements AutoCloseable {

    private final Process process;

    /** Held, since Vert.x closes a client that nobody holds, and its sockets with it. */
    private final WebSocketClient client;

    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, Promise<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private @Nullable String session;

    /** Starts a browser whose profile is in that empty folder. */
    public Chromium(Vertx vertx, Path profile) throws IOException {
        this.process = new ProcessBuilder(
                        ToolGate.find("chromium").orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        this.client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxMessageSize(64 << 20).setMaxFrameSize(64 << 20));
        this.socket = connect(profile);
        socket.textMessageHandler(this::receive);
        attach();
    }

    /** The window: its size, and whether the reader's system is dark. */
    public void window(int width, int height, boolean dark) {
        command(
                "Emulation.setDeviceMetricsOverride",
                new JsonObject()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
        command(
                "Emulation.setEmulatedMedia",
                new JsonObject()
                        .put(
                                "features",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("name", "prefers-color-scheme")
                                                .put("value", dark ? "dark" : "light"))));
    }

    /** Goes to an address and waits until its scripts have run. */
    public void open(URI address) {
        command("Page.navigate", new JsonObject().put("url", address.toString()));
        waitFor("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** The value of an expression in the page. */
    public Object evaluate(String expression) {
        JsonObject answer = command(
                "Runtime.evaluate",
                new JsonObject()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + " failed in the page: " + answer.encode());
        }
        return answer.getJsonObject("result").getValue("value", "undefined");
    }

    /** Waits until an expression in the page is true. */
    public void waitFor(String expression) {
        Awaitility.await(expression)
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Boolean.TRUE.equals(evaluate(expression)));
    }

    /** Presses, moves or releases the mouse. */
    public void mouse(String type, double x, double y) {
        command(
                "Input.dispatchMouseEvent",
                new JsonObject()
                        .put("type", type)
                        .put("x", x)
                        .put("y", y)
                        .put("button", type.equals("mouseMoved") ? "none" : "left")
                        .put("buttons", type.equals("mouseReleased") ? 0 : 1)
                        .put("clickCount", 1));
    }

    /** A picture of what is in the window, or of the whole page. */
    public byte[] picture(boolean whole) {
        JsonObject answer = command(
                "Page.captureScreenshot", new JsonObject().put("format", "png").put("captureBeyondViewport", whole));
        return Base64.getDecoder().decode(answer.getString("data"));
    }

    /** Errors, exceptions and breaches of the content security policy that the browser told of. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Drops the complaints that contain a text: those a test itself gave cause for. */
    public void forget(String text) {
        complaints.removeIf(complaint -> complaint.contains(text));
    }

    @Override
    public void close() {
        socket.close();
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private WebSocket connect(Path profile) {
        Path port = profile.resolve("DevToolsActivePort");
        Awaitility.await("the browser's port")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(port) && Files.readAllLines(port).size() == 2);
        try {
            List<String> lines = Files.readAllLines(port);
            return await(client.connect(new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(Integer.parseInt(lines.get(0)))
                    .setURI(lines.get(1))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void attach() {
        String target = command("Target.createTarget", new JsonObject().put("url", "about:blank"))
                .getString("targetId");
        session = command(
                        "Target.attachToTarget",
                        new JsonObject().put("targetId", target).put("flatten", true))
                .getString("sessionId");
        command("Page.enable", new JsonObject());
        command("Runtime.enable", new JsonObject());
        command("Log.enable", new JsonObject());
    }

    private JsonObject command(String method, JsonObject parameters) {
        int id = ids.incrementAndGet();
        Promise<JsonObject> answer = Promise.promise();
        waiting.put(id, answer);
        JsonObject message =
                new JsonObject().put("id", id).put("method", method).put("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        await(socket.writeTextMessage(message.encode()));
        return await(answer.future());
    }

    private void receive(String text) {
        JsonObject message = new JsonObject(text);
        Promise<JsonObject> answer = message.containsKey("id") ? waiting.remove(message.getInteger("id")) : null;
        if (answer == null) {
            complain(message);
        } else if (message.containsKey("error")) {
            answer.fail(message.getJsonObject("error").encode());
        } else {
            answer.complete(message.getJsonObject("result"));
        }
    }

    private void complain(JsonObject event) {
        JsonObject parameters = event.getJsonObject("params", new JsonObject());
        switch (event.getString("method", "")) {
            case "Runtime.exceptionThrown" -> complaints.add(parameters.encode());
            case "Log.entryAdded" -> {
                JsonObject entry = parameters.getJsonObject("entry");
                if (!"verbose".equals(entry.getString("level")) && !"info".equals(entry.getString("level"))) {
                    complaints.add(entry.getString("text") + " " + entry.getString("url", ""));
                }
            }
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning").contains(parameters.getString("type"))) {
                    complaints.add(parameters.getJsonArray("args").encode());
                }
            }
            default -> {
                // Everything else the browser tells is of no interest here.
            }
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
