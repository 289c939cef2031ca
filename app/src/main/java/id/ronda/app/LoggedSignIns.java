package id.ronda.app;

import id.ronda.identity.SignInTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-ins in the log. Without the name that was typed: it may be a password in the wrong field. */
final class LoggedSignIns implements SignInTrail {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedSignIns.class);

    @Override
    public void note(String name, String address, String outcome) {
        LOG.info("sign-in from {}: {}", address, outcome);
    }
}
