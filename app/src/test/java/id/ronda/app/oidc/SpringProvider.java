package id.ronda.app.oidc;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** Spring Authorization Server, a conforming OpenID provider, on a free port of 127.0.0.1, with one person and one client. */
public final class SpringProvider implements AutoCloseable {

    public static final String CLIENT = "ronda";
    public static final String SECRET = "rahasia antara keduanya";
    public static final String PERSON = "budi";
    public static final String PASSWORD = "kata sandi di penyedia";

    private final Tomcat tomcat = new Tomcat();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Starts it.
     *
     * @param folder an empty one of its own
     * @param ronda the address of the server that people come from
     */
    public SpringProvider(Path folder, URI ronda) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", folder.toString());
        context.addServletContainerInitializer((classes, servlets) -> secure(servlets, ronda), null);
        // A request that no servlet is there for never reaches a filter.
        Tomcat.addServlet(context, "nothing", new HttpServlet() {
            private static final long serialVersionUID = 1L;
        });
        context.addServletMappingDecoded("/", "nothing");
        tomcat.start();
    }

    private static void secure(ServletContext servlets, URI ronda) {
        var spring = new GenericWebApplicationContext(servlets);
        new AnnotatedBeanDefinitionReader(spring).register(SpringProviderRules.class);
        spring.registerBean(
                RegisteredClientRepository.class, () -> new InMemoryRegisteredClientRepository(client(ronda)));
        spring.refresh();
        servlets.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
                .addMappingForUrlPatterns(EnumSet.allOf(jakarta.servlet.DispatcherType.class), false, "/*");
    }

    private static RegisteredClient client(URI ronda) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(ronda.resolve("/masuk/oidc/kembali").toString())
                .postLogoutRedirectUri(ronda.resolve("/masuk").toString())
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** Its issuer. */
    public URI issuer() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    }

    /** Takes it away; a second time nothing happens. */
    @Override
    public void close() throws LifecycleException {
        if (closed.getAndSet(true)) {
            return;
        }
        tomcat.stop();
        tomcat.destroy();
    }
}
