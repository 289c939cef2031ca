package id.ronda.identity.account;

import id.ronda.identity.factor.FactorStore;
import id.ronda.identity.guess.GuessStore;
import id.ronda.identity.session.ProviderSessionStore;
import id.ronda.identity.session.SessionStore;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.database.Database;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What the desks of this package share. */
record Parts(
        Database database,
        Acting acting,
        AccountStore accounts,
        SessionStore sessions,
        ProviderSessionStore providers,
        FactorStore factors,
        GuessStore guesses,
        PasswordHashers hashers,
        CallerCache callers,
        WaitingRoom room,
        InstantSource clock,
        RandomGenerator random) {}
